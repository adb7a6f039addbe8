import { afterAll, beforeAll, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import { changeAccountState } from '../../lib/providers/change-account-state.ts'
import { unitsLeft, wallets } from '../../lib/simulator/companies/x402/program-wallets.ts'
import { listTraffic } from '../../lib/simulator/traffic.ts'
import { adapterOf, openCompanySite } from '../support/company-site.ts'
import { testContact } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openCompanySite>>
beforeAll(async () => {
  site = await openCompanySite()
  await changeAccountState('programs', { state: 'active', actor: 'test', now: Date.now() })
})
afterAll(() => site.close())

async function buy(end: string) {
  const ad = await site.addAd({ price: eur(150) })
  const run = await site.phone('program', { ref: ad.ref, end })
  const statuses: number[] = run.steps.map(({ status }: { status: number }) => status)
  const sold = site.count('purchases', `ad_id = ${ad.id} and state = 'settled'`)
  return { run, statuses, sold, ad }
}
const left = (trouble: string) =>
  unitsLeft(wallets.find((wallet) => wallet.trouble === trouble) ?? wallets[0] ?? never())
function never(): never {
  throw new Error('there is no wallet')
}

test('a program is told the price by 402, pays, and has the contact, which the simulator does not keep', async () => {
  const before = left('none')
  const { run, statuses, sold, ad } = await buy('accepted')
  expect(statuses).toEqual([402, 200])
  expect(sold).toBe(1)
  expect(run.hasContact).toBe(true)
  expect(run.steps[0].got).toContain('"amount": "1500000"')
  expect(run.steps[1].got).toContain(`"ref": "${ad.ref}"`)
  expect(run.steps[1].got).toMatch(/"phone": "…"/)
  expect(left('none')).toBe(before - 1_500_000)
  for (const kept of [JSON.stringify(run), JSON.stringify(listTraffic(500))]) {
    for (const word of [testContact.phone, testContact.email ?? 'never']) expect(kept).not.toContain(word)
  }
  await site.requireSoundBooks()
})

test('an empty wallet buys nothing', async () => {
  const { run, statuses, sold } = await buy('no_credit')
  expect(statuses).toEqual([402, 402])
  expect(run.hasContact).toBe(false)
  expect(sold).toBe(0)
  await site.requireSoundBooks()
})

test('a payment shown a second time by somebody else buys nothing more', async () => {
  const before = left('none')
  const { statuses, sold } = await buy('duplicate')
  expect(statuses).toEqual([402, 200, 402])
  expect(sold).toBe(1)
  expect(left('none')).toBe(before - 1_500_000)
  await site.requireSoundBooks()
})

test('a transfer whose answer is lost is made once, and neither called paid nor refused', async () => {
  const before = left('lost')
  const { run, statuses, sold } = await buy('lost')
  expect(statuses).toEqual([402, 503])
  expect(run.hasContact).toBe(false)
  expect(sold).toBe(0)
  expect(left('lost')).toBe(before - 1_500_000)
  await site.requireSoundBooks()
})

test('an ad that is not there sells nothing', async () => {
  const run = await site.phone('program', { ref: 'ZZZZZZ' })
  expect(run.steps).toMatchObject([{ status: 404 }])
})

test('the facilitator refuses what was changed after it was signed, and strangers', async () => {
  const { provider, account } = adapterOf('programs')
  expect(await provider.checkHealth?.(account)).toMatchObject({ isHealthy: true })
  const said = listTraffic(500).find(({ url, status }) => url.endsWith('/x402/verify') && status === 200)
  const question = JSON.parse(said?.request ?? '{}')
  const verify = async (asked: unknown, key = account.settings['apiKey']) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const url = `${site.origin}/simulator/api/companies/x402/verify`
    return fetch(url, { method: 'POST', headers, body: JSON.stringify(asked) })
  }
  const { payload } = question.paymentPayload
  const richer = { ...payload, authorization: { ...payload.authorization, nonce: `0x${'1'.repeat(64)}` } }
  const answer = await verify({ ...question, paymentPayload: { ...question.paymentPayload, payload: richer } })
  expect(await answer.json()).toMatchObject({ isValid: false, invalidReason: 'invalid_exact_evm_payload_signature' })
  expect((await verify(question, 'nobody')).status).toBe(401)
})
