import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { listEvents } from '../../lib/simulator/company-store.ts'
import { listPrepaidCards } from '../../lib/simulator/pay-charge.ts'
import { openCompanySite } from '../support/company-site.ts'

const full = 'NEO0 0000 50'
const nearlyEmpty = 'NEO0 0000 01'
const late = 'NEO0 0020 20'
const twice = 'NEO0 0020 35'
const lost = 'NEO0 0020 40'

let site: Awaited<ReturnType<typeof openCompanySite>>
beforeAll(async () => {
  site = await openCompanySite()
})
afterAll(() => site.close())

/** The payer's browser posts the form that the site gave it. */
function post(action: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(action, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
}

async function begin() {
  const begun = await site.begin('neosurf')
  const { opening } = begun
  if (opening?.kind !== 'form_post') throw new Error(`not a form: ${opening?.kind}`)
  const pageOf = async () => (await post(opening.action, opening.fields)).headers.get('location') ?? ''
  const id = (await pageOf()).split('/').at(-1) ?? ''
  const answer = (fields: Record<string, unknown>) => site.phone(`consent/${id}`, fields)
  return { ...begun, id, form: opening, pageOf, answer, pay: (card: string) => answer({ card }) }
}

const leftOn = (code: string) => listPrepaidCards().find((card) => card.code === code)?.balanceMinor ?? 0

test('the signed form leads to a page, whose code pays and opens the access', async () => {
  const before = leftOn(full)
  const { pay, pageOf, isUnlocked, charge } = await begin()
  expect(await pageOf()).toBe(await pageOf())
  expect(await pay('neo0 0000-50')).toMatchObject({ status: 'paid' })
  expect(isUnlocked()).toBe(true)
  expect(charge()).toMatchObject({ state: 'paid' })
  expect(leftOn(full)).toBe(before - 150)
  await pay(full)
  expect(leftOn(full)).toBe(before - 150)
  await site.requireSoundBooks()
})

test('a form that was changed or is of nobody leads nowhere', async () => {
  const { form } = await begin()
  for (const change of [{ amount: '1' }, { urlCallback: `${site.origin}/elsewhere` }, { hash: '' }, { test: 'no' }]) {
    expect((await post(form.action, { ...form.fields, ...change })).status).toBe(403)
  }
  expect((await post(form.action, {})).status).toBe(400)
})

test('a wrong code and too small a balance let the payer try another', async () => {
  const { pay, isUnlocked } = await begin()
  expect(await pay('0071 0000 0000 1000')).toMatchObject({ error: 'wrong_code' })
  expect(await pay(nearlyEmpty)).toMatchObject({ error: 'too_little' })
  expect(isUnlocked()).toBe(false)
  await pay(full)
  expect(isUnlocked()).toBe(true)
})

test('announced twice it opens once; late it opens when it is confirmed', async () => {
  const first = await begin()
  await first.pay(twice)
  expect(first.isUnlocked()).toBe(true)
  const waiting = await begin()
  expect(await waiting.pay(late)).toMatchObject({ status: 'confirming' })
  expect(waiting.charge().state).toBe('pending')
  await site.phone(`charges/${waiting.id}`, { action: 'finish' })
  expect(waiting.isUnlocked()).toBe(true)
  await site.requireSoundBooks()
})

test('a result that is lost cannot be asked about, and opens when it is sent again', async () => {
  const { pay, id, isUnlocked } = await begin()
  await pay(lost)
  await sweepCharges(Date.now() + 120_000)
  expect(isUnlocked()).toBe(false)
  const event = listEvents(100).find(({ chargeId, state }) => chargeId === id && state === 'lost')
  await site.phone(`events/${event?.id}`, {})
  expect(isUnlocked()).toBe(true)
  await site.requireSoundBooks()
})

test('given up by the payer or left until it ends, nothing is taken', async () => {
  const before = leftOn(full)
  const given = await begin()
  await given.answer({ action: 'cancel' })
  expect(given.charge().state).toBe('failed')
  const forgotten = await begin()
  await site.phone('due', { minutes: 15 })
  expect(await forgotten.pay(full)).toMatchObject({ status: 'expired' })
  expect(forgotten.isUnlocked()).toBe(false)
  expect(leftOn(full)).toBe(before)
  await site.requireSoundBooks()
})
