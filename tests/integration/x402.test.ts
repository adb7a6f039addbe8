import { ExactEvmScheme } from '@x402/evm'
import { decodePaymentResponseHeader, wrapFetchWithPaymentFromConfig } from '@x402/fetch'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { POST } from '../../app/api/v1/ads/[ref]/unlocks/route.ts'
import { commit } from '../../db/commit.ts'
import { findContactPage } from '../../lib/checkout/contact-page-queries.ts'
import { eur } from '../../lib/money/money.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { changeAccountSettings, insertAccount } from '../../lib/providers/accounts-store.ts'
import { providerAccount } from '../support/provider-account.ts'
import { openTestSite, testContact } from '../support/test-site.ts'
import { network, startX402Chain } from '../support/x402-chain.ts'

const payer = privateKeyToAccount(generatePrivateKey())
const merchant = privateKeyToAccount(generatePrivateKey()).address
let chain: Awaited<ReturnType<typeof startX402Chain>>
let site: Awaited<ReturnType<typeof openTestSite>>

beforeAll(async () => {
  site = await openTestSite()
  chain = await startX402Chain()
  await chain.give(payer.address, 100_000_000)
  const account = providerAccount({
    ...{ id: 'x402', kind: 'x402', rail: 'lightning' },
    settings: {
      facilitatorUrl: chain.facilitator.origin,
      network,
      asset: chain.token,
      assetName: 'Test Euro',
      payTo: merchant,
      currency: 'EUR',
    },
  })
  await commit([insertAccount(account, Date.now())])
}, 120_000)
afterAll(async () => {
  await chain?.stop()
  site?.close()
})

type Told = Readonly<{ ref: string; headers?: Record<string, string>; body?: unknown }>

function ask({ ref, headers = {}, body = { waiver: true } }: Told): Promise<Response> {
  const request = new Request(`https://annonces.example/api/v1/ads/${ref}/unlocks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return POST(request, { params: Promise.resolve({ ref }) })
}

/** The published client, talking to our route; it keeps the payments it made. */
function program(ref: string, more: Record<string, string> = {}) {
  const payments: string[] = []
  const call: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const signature = request.headers.get('payment-signature')
    if (signature !== null) payments.push(signature)
    return POST(request, { params: Promise.resolve({ ref }) })
  }
  const paying = wrapFetchWithPaymentFromConfig(call, {
    schemes: [{ network, client: new ExactEvmScheme(payer) }],
    spendControls: false,
  })
  const buy = () =>
    paying(`https://annonces.example/api/v1/ads/${ref}/unlocks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...more },
      body: JSON.stringify({ waiver: true }),
    })
  return { buy, payments }
}

const merchantHas = () => chain.balanceOf(merchant)

test('without a payment a program is told how to pay, and nothing is kept', async () => {
  const ad = await site.addAd({ price: eur(150) })
  const answer = await ask(ad)
  expect(answer.status).toBe(402)
  const told = JSON.parse(Buffer.from(answer.headers.get('payment-required') ?? '', 'base64').toString())
  expect(told).toMatchObject({
    x402Version: 2,
    accepts: [{ scheme: 'exact', network, amount: '1500000', asset: chain.token, payTo: merchant }],
  })
  expect(await answer.json()).toMatchObject(told)
  expect(chain.facilitator.calls).toEqual([])
})

test('the published client pays and gets the contact; the payment is money once', async () => {
  const ad = await site.addAd({ price: eur(150) })
  const before = await merchantHas()
  const { buy, payments } = program(ad.ref, { 'idempotency-key': 'own-key-0001' })
  const answer = await buy()
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ outcome: 'unlocked', ref: ad.ref, contact: testContact })
  expect(answer.headers.get('cache-control')).toContain('no-store')
  const response = decodePaymentResponseHeader(answer.headers.get('payment-response') ?? '')
  expect(response).toMatchObject({ success: true, network, transaction: expect.stringMatching(/^0x[0-9a-f]{64}$/) })
  expect(await merchantHas()).toBe(before + 1_500_000)
  await site.requireSoundBooks()

  const [payment = ''] = payments
  const again = await ask({ ...ad, headers: { 'payment-signature': payment, 'idempotency-key': 'own-key-0001' } })
  expect(again.status).toBe(200)
  expect(await again.json()).toMatchObject({ contact: testContact })

  // The payment stands on the chain for all to read: alone, or for another ad, it opens nothing.
  const other = await site.addAd({ price: eur(150) })
  for (const [ref, headers] of [
    [ad.ref, {}],
    [ad.ref, { 'idempotency-key': 'another-key-9' }],
    [other.ref, { 'idempotency-key': 'own-key-0001' }],
    [other.ref, {}],
  ] as const) {
    const refused = await ask({ ref, headers: { 'payment-signature': payment, ...headers } })
    expect(refused.status).toBe(402)
    expect(await refused.text()).not.toContain(testContact.phone)
  }
  expect(await merchantHas()).toBe(before + 1_500_000)
  await site.requireSoundBooks()
})

test('one payment sent twenty times at once buys one contact', async () => {
  const ad = await site.addAd({ price: eur(150) })
  const before = await merchantHas()
  const { payments, signed } = await paymentFor(ad.ref)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask({ ...ad, headers: { 'payment-signature': signed } })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(payments).toHaveLength(1)
  expect(await merchantHas()).toBe(before + 1_500_000)
  await site.requireSoundBooks()
}, 60_000)

test('a transfer whose answer is lost is made once, and neither called paid nor refused', async () => {
  const ad = await site.addAd({ price: eur(150) })
  const before = await merchantHas()
  const { signed } = await paymentFor(ad.ref)
  chain.facilitator.loseAnswers(1)
  const headers = { 'payment-signature': signed, 'idempotency-key': 'own-key-0002' }
  expect((await ask({ ...ad, headers })).status).toBe(503)
  expect((await ask({ ...ad, headers })).status).toBe(409)
  expect(await merchantHas()).toBe(before + 1_500_000)
  await site.requireSoundBooks()
}, 30_000)

test('where the account names a node, the network says what became of a transfer whose answer was lost', async () => {
  const ad = await site.addAd({ price: eur(150) })
  const before = await merchantHas()
  const known = findAccount('x402')?.settings ?? {}
  await commit([changeAccountSettings('x402', { ...known, nodeUrl: chain.nodeUrl })])
  const { signed } = await paymentFor(ad.ref)
  chain.facilitator.loseAnswers(1)
  const headers = { 'payment-signature': signed, 'idempotency-key': 'own-key-0003' }
  expect((await ask({ ...ad, headers })).status).toBe(503)
  const again = await ask({ ...ad, headers })
  expect(again.status).toBe(200)
  expect(await again.json()).toMatchObject({ contact: testContact })
  expect(await merchantHas()).toBe(before + 1_500_000)
  await site.requireSoundBooks()
  await commit([changeAccountSettings('x402', known)])
}, 30_000)

test('a transfer the facilitator refuses to make opens nothing, and the program is told why and how to pay', async () => {
  const ad = await site.addAd({ price: eur(150) })
  const before = await merchantHas()
  const { signed } = await paymentFor(ad.ref)
  const { fetch: real } = globalThis
  const refusal = { success: false, errorReason: 'insufficient_funds', transaction: '', network }
  vi.stubGlobal('fetch', (url: string | URL, init?: RequestInit) =>
    String(url).endsWith('/settle') ? Promise.resolve(Response.json(refusal)) : real(url, init),
  )
  const headers = { 'payment-signature': signed, 'x-obole-address': '192.0.2.77' }
  const answer = await ask({ ...ad, headers }).finally(() => vi.unstubAllGlobals())
  expect(answer.status).toBe(402)
  const told = decodePaymentResponseHeader(answer.headers.get('payment-response') ?? '')
  expect(told).toMatchObject({ ...refusal, payer: expect.stringMatching(/^0x[0-9a-f]{40}$/) })
  expect(answer.headers.get('payment-required')).not.toBeNull()
  expect(await answer.text()).not.toContain(testContact.phone)
  expect(await merchantHas()).toBe(before)
  await site.requireSoundBooks()
}, 30_000)

/** A payment signed and not yet sent. */
async function paymentFor(ref: string) {
  const payments: string[] = []
  const call: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const signature = request.headers.get('payment-signature')
    if (signature === null) return POST(request, { params: Promise.resolve({ ref }) })
    payments.push(signature)
    return new Response('{}', { status: 200 })
  }
  const paying = wrapFetchWithPaymentFromConfig(call, {
    schemes: [{ network, client: new ExactEvmScheme(payer) }],
    spendControls: false,
  })
  await paying(`https://annonces.example/api/v1/ads/${ref}/unlocks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-obole-address': '192.0.2.78' },
    body: JSON.stringify({ waiver: true }),
  })
  return { payments, signed: payments[0] ?? '' }
}

describe('payments that are none', () => {
  type Envelope = {
    x402Version: number
    accepted: { amount: string; asset: string }
    payload: { signature: string; authorization: { value: string; to: string; nonce: string; validBefore: string } }
  }
  const changed = (signed: string, change: (payment: Envelope) => void) => {
    const payment: Envelope = JSON.parse(Buffer.from(signed, 'base64').toString())
    change(payment)
    return Buffer.from(JSON.stringify(payment)).toString('base64')
  }
  const cases: readonly (readonly [string, (payment: Envelope) => void])[] = [
    ['a lower amount agreed to', (payment) => (payment.accepted.amount = '1')],
    ['a lower value signed', (payment) => (payment.payload.authorization.value = '1')],
    ['another receiver', (payment) => (payment.payload.authorization.to = payer.address)],
    ['another token', (payment) => (payment.accepted.asset = merchant)],
    ['another nonce', (payment) => (payment.payload.authorization.nonce = `0x${'1'.repeat(64)}`)],
    ['another signature', (payment) => (payment.payload.signature = `0x${'1'.repeat(130)}`)],
    ['an end long past', (payment) => (payment.payload.authorization.validBefore = '1')],
    ['another version', (payment) => (payment.x402Version = 1)],
  ]
  test.each(cases)('%s', async (_name, change) => {
    const ad = await site.addAd({ price: eur(150) })
    const before = await merchantHas()
    const { signed } = await paymentFor(ad.ref)
    const answer = await ask({ ...ad, headers: { 'payment-signature': changed(signed, change) } })
    expect(answer.status).toBe(402)
    expect(await answer.text()).not.toContain(testContact.phone)
    expect(await merchantHas()).toBe(before)
  })

  test('what is no payment at all', async () => {
    const ad = await site.addAd({ price: eur(150) })
    for (const signed of ['x', Buffer.from('{}').toString('base64'), '%%%']) {
      expect((await ask({ ...ad, headers: { 'payment-signature': signed } })).status).toBe(402)
    }
    expect((await ask({ ...ad, headers: { 'payment-signature': 'x'.repeat(8001) } })).status).toBe(422)
  })

  test('a payment for a cheaper ad', async () => {
    const cheap = await site.addAd({ price: eur(50) })
    const dear = await site.addAd({ price: eur(500) })
    const { signed } = await paymentFor(cheap.ref)
    expect((await ask({ ...dear, headers: { 'payment-signature': signed } })).status).toBe(402)
    await site.requireSoundBooks()
  })
})

describe('who may ask', () => {
  test('no page of another site, no payer without her consent, and nobody for a free contact', async () => {
    const ad = await site.addAd({ price: eur(150) })
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { cookie: 'a=b' }]) {
      expect((await ask({ ...ad, headers: headers as Record<string, string> })).status).toBe(403)
    }
    expect((await ask({ ...ad, body: {} })).status).toBe(422)
    expect((await ask({ ref: 'ZZZZZZ' })).status).toBe(404)
    const sold = await site.addAd({ price: eur(150), status: 'sold' })
    expect((await ask(sold)).status).toBe(409)
  })

  test('the account is offered on no page', async () => {
    const ad = await site.addAd({ price: eur(150) })
    const payer = await site.payer()
    const page = findContactPage({ ref: ad.ref, payer, country: 'FR', locale: 'fr', now: Date.now() })
    expect(findAccount('x402')?.state).toBe('active')
    const offers = page?.kind === 'for_sale' ? page.offers : []
    expect(offers.length).toBeGreaterThan(1)
    expect(offers.map(({ accountId }) => accountId)).not.toContain('x402')
  })
})
