import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepCharges } from '../../lib/checkout/sweep-charges.ts'
import { eur } from '../../lib/money/money.ts'
import { listPrepaidCards } from '../../lib/simulator/pay-charge.ts'
import { listTraffic } from '../../lib/simulator/traffic.ts'
import { adapterOf, openCompanySite, pageIn } from '../support/company-site.ts'

const full = '0071 0000 0000 1000'
const nearlyEmpty = '0071 0000 0000 0010'
const late = '0071 0000 0000 2020'
const twice = '0071 0000 0000 2035'
const lost = '0071 0000 0000 2040'

let site: Awaited<ReturnType<typeof openCompanySite>>
beforeAll(async () => {
  site = await openCompanySite()
})
afterAll(() => site.close())

async function begin() {
  const begun = await site.begin('paysafecard')
  const id = pageIn(begun.opening)
  const answer = (fields: Record<string, unknown>) => site.phone(`consent/${id}`, fields)
  return { ...begun, id, answer, pay: (card: string) => answer({ card }) }
}

const leftOn = (code: string) => listPrepaidCards().find((card) => card.code === code)?.balanceMinor ?? 0
const askedFor = (part: string) => listTraffic(200).filter(({ url }) => url.includes(part)).length

test('a card is set aside, taken and opens the access; its code reaches nobody', async () => {
  const before = leftOn(full)
  const { pay, isUnlocked, charge } = await begin()
  expect(await pay('0071000000001000')).toMatchObject({ status: 'reserved' })
  expect(isUnlocked()).toBe(true)
  expect(charge()).toMatchObject({ state: 'paid' })
  expect(charge().providerReference).toMatch(/^pay_1000035010_[\w-]+_EUR$/)
  expect(leftOn(full)).toBe(before - 150)
  expect(askedFor('/capture')).toBe(1)
  expect(JSON.stringify(listTraffic(200))).not.toMatch(/0071 ?0000/)
  await pay(full)
  expect(leftOn(full)).toBe(before - 150)
  await site.requireSoundBooks()
})

test('a wrong code, a card of another seller and too small a balance let the payer try another', async () => {
  const { pay, isUnlocked } = await begin()
  expect(await pay('0071 0000 0000 9999')).toMatchObject({ error: 'wrong_code' })
  expect(await pay('7000 0000 0010 00')).toMatchObject({ error: 'wrong_code' })
  expect(await pay(nearlyEmpty)).toMatchObject({ error: 'too_little' })
  expect(isUnlocked()).toBe(false)
  await pay(full)
  expect(isUnlocked()).toBe(true)
})

test('what was announced twice is taken once; what was never announced is found by asking', async () => {
  const before = leftOn(twice)
  const first = await begin()
  await first.pay(twice)
  expect(first.isUnlocked()).toBe(true)
  expect(leftOn(twice)).toBe(before - 150)
  const silent = await begin()
  await silent.pay(lost)
  expect(silent.isUnlocked()).toBe(false)
  await sweepCharges(Date.now() + 120_000)
  expect(silent.isUnlocked()).toBe(true)
  await site.requireSoundBooks()
})

test('a payer who takes her time opens the access when it comes', async () => {
  const { pay, id, isUnlocked } = await begin()
  expect(await pay(late)).toMatchObject({ status: 'confirming' })
  expect(isUnlocked()).toBe(false)
  await site.phone(`charges/${id}`, { action: 'finish' })
  expect(isUnlocked()).toBe(true)
  await site.requireSoundBooks()
})

test('cancelled by the payer, or left until it ends, nothing is taken', async () => {
  const before = leftOn(full)
  const left = await begin()
  await left.answer({ action: 'cancel' })
  await sweepCharges(Date.now() + 120_000)
  expect(left.charge().state).toBe('cancelled')
  const forgotten = await begin()
  await site.phone('due', { minutes: 15 })
  expect(await forgotten.pay(full)).toMatchObject({ status: 'expired' })
  await sweepCharges(Date.now() + 120_000)
  expect(forgotten.charge().state).toBe('expired')
  expect(leftOn(full)).toBe(before)
  await site.requireSoundBooks()
})

test('what its merchant does not take in time goes back on the card', async () => {
  const before = leftOn(lost)
  const { pay, isUnlocked, charge } = await begin()
  await pay(lost)
  expect(leftOn(lost)).toBe(before - 150)
  await site.phone('due', { minutes: 15 })
  expect(leftOn(lost)).toBe(before)
  await sweepCharges(Date.now() + 120_000)
  expect(charge().state).toBe('expired')
  expect(isUnlocked()).toBe(false)
  await site.requireSoundBooks()
})

test('a refund goes back on the card, once, and never more than was paid', async () => {
  const { pay, charge } = await begin()
  await pay(full)
  const paid = leftOn(full)
  const { provider, account } = adapterOf('paysafecard')
  const reference = charge().providerReference ?? ''
  const refund = { account, reference, amount: eur(100), refundId: 'refund-1', now: Date.now() }
  expect(await provider.refundCharge?.(refund)).toMatchObject({ state: 'done' })
  expect(await provider.refundCharge?.(refund)).toMatchObject({ state: 'done' })
  expect(leftOn(full)).toBe(paid + 100)
  expect(await provider.refundCharge?.({ ...refund, refundId: 'refund-2' })).toMatchObject({ state: 'refused' })
})

test('a key of nobody, and a payment of another merchant, are answered with nothing', async () => {
  const base = `${site.origin}/simulator/api/companies/paysafecard/v1`
  const ask = (key: string, path: string) =>
    fetch(`${base}/${path}`, { headers: { authorization: `Basic ${Buffer.from(key).toString('base64')}` } })
  expect((await ask('psc_nobody', 'payments/pay_1000035010_x_EUR')).status).toBe(401)
  const { account } = adapterOf('paysafecard')
  const { charge } = await begin()
  const stranger = (charge().providerReference ?? '').replace('1000035010', '1000035011')
  expect((await ask(account.settings['apiKey'] ?? '', `payments/${stranger}`)).status).toBe(404)
})
