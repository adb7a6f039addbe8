import { afterAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import { headerOfJson } from '../../lib/providers/adapters/x402/x402-payment.ts'
import type { AccountContext } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { chargeRequest } from '../support/provider-messages.ts'
import { samplesOf } from './fixtures.ts'
import { runProviderContract } from './run-provider-contract.ts'

const provider = providerOf('x402')
const company = await startAnsweringServer()
afterAll(() => company.close())

const from = `0x${'a1'.repeat(20)}`
const account: AccountContext = {
  accountId: 'account-1',
  mode: 'live',
  settings: {
    facilitatorUrl: company.origin,
    apiKey: '9d1f04c7aa3e52b8c6e0471fd2b39a6e',
    network: 'eip155:8453',
    asset: `0x${'c3'.repeat(20)}`,
    assetName: 'EURC',
    payTo: `0x${'d4'.repeat(20)}`,
    currency: 'EUR',
  },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}
const wanted = {
  scheme: 'exact',
  network: 'eip155:8453',
  amount: '1500000',
  asset: account.settings['asset'],
  payTo: account.settings['payTo'],
  maxTimeoutSeconds: 60,
  extra: { name: 'EURC', version: '2' },
}
const payment = {
  x402Version: 2,
  accepted: wanted,
  payload: {
    signature: `0x${'5'.repeat(130)}`,
    authorization: {
      from,
      to: wanted.payTo,
      value: wanted.amount,
      validAfter: '0',
      validBefore: '1780000000',
      nonce: `0x${'7'.repeat(64)}`,
    },
  },
}
const charge = chargeRequest(account, {
  payerCode: '',
  returnUrl: 'https://annonces.example/api/v1/ads/K7P204/unlocks',
})
const paying = { ...charge, paymentProof: headerOfJson(payment) }
const settled = { success: true, transaction: `0x${'e'.repeat(64)}`, network: wanted.network, payer: from }
const answerWith = (verdict: unknown, settlement: unknown) =>
  company.answer(({ url }) => ({ body: JSON.stringify(url === '/verify' ? verdict : settlement) }))

runProviderContract({
  provider,
  account,
  charge,
  unusable: [
    { settings: { apiKey: 'changeme' }, says: /apiKey/ },
    { settings: { network: 'base' }, says: /network/ },
    { settings: { payTo: '0x1' }, says: /payTo/ },
    { settings: { decimals: '1' }, says: /decimals/ },
    { settings: { facilitatorUrl: 'http://facilitator.example' }, says: /https/ },
  ],
})

test('the sample header is spelt as we spell it', () => {
  const sample = samplesOf('x402')[0] as unknown as { json: unknown; header: Record<string, string> }
  expect(headerOfJson(sample.json)).toBe(sample.header['PAYMENT-REQUIRED'])
})

describe('a payment', () => {
  /** It may be made: the charge waits, and keeps what the network can be asked by. */
  const unknown = { kind: 'observed', observation: { state: 'pending', amount: undefined, correlator: 'correlator-1' } }

  test('is money once the facilitator made the transfer, and its nonce is the event', async () => {
    answerWith({ isValid: true, payer: from }, settled)
    const opening = await provider.openCharge(paying)
    expect(opening).toMatchObject({
      kind: 'observed',
      observation: { state: 'paid', amount: eur(150), isTest: false, payerAlias: from },
      headers: { 'payment-response': headerOfJson(settled) },
    })
    answerWith({ isValid: true }, { ...settled, transaction: `0x${'f'.repeat(64)}` })
    const again = await provider.openCharge({ ...paying, correlator: 'correlator-2' })
    const eventOf = (one: typeof opening) => (one.kind === 'observed' ? one.observation.eventId : one.kind)
    expect(eventOf(again)).toBe(eventOf(opening))
    expect(company.heard.at(-1)?.headers['authorization']).toBe(`Bearer ${account.settings['apiKey']}`)
  })

  test('that is invalid is refused', async () => {
    answerWith({ isValid: false, invalidReason: 'x' }, settled)
    expect(await provider.openCharge(paying)).toEqual({ kind: 'refused', failure: 'declined' })
  })

  test.each(['insufficient_funds', undefined])(
    'that cannot be settled is refused, and why is told: %s',
    async (why) => {
      answerWith({ isValid: true }, { success: false, transaction: '', network: settled.network, errorReason: why })
      const opening = await provider.openCharge(paying)
      expect(opening).toMatchObject({ kind: 'refused', failure: 'declined' })
      const told = opening.kind === 'refused' ? (opening.headers?.['payment-response'] ?? '') : ''
      expect(JSON.parse(Buffer.from(told, 'base64').toString())).toEqual({
        success: false,
        errorReason: why ?? 'unexpected_settle_error',
        transaction: '',
        network: settled.network,
        payer: from,
      })
    },
  )

  test.each([
    ['on another network', { ...settled, network: 'eip155:1' }],
    ['of another payer', { ...settled, payer: `0x${'b2'.repeat(20)}` }],
    ['without a transaction', { ...settled, transaction: '' }],
    ['in other words', { ok: true }],
  ])('settled %s is neither paid nor refused', async (_name, settlement) => {
    answerWith({ isValid: true }, settlement)
    expect(await provider.openCharge(paying)).toMatchObject(unknown)
  })

  test('verified is not paid', async () => {
    company.answer(({ url }) => (url === '/verify' ? { body: '{"isValid":true}' } : { status: 500, body: '' }))
    expect(await provider.openCharge(paying)).toMatchObject(unknown)
  })

  test('whose answer was lost cannot be asked about without a node of its network', async () => {
    const lost = { account, reference: 'eip155:8453/x/y/z/1', correlator: 'correlator-1', now: paying.now }
    await expect(provider.fetchCharge?.(lost)).rejects.toThrow(/no node/)
  })

  test.each([
    ['amount', { accepted: { ...wanted, amount: '1' } }],
    ['scheme', { accepted: { ...wanted, scheme: 'upto' } }],
    ['terms, one more', { accepted: { ...wanted, tip: '1' } }],
    ['version', { x402Version: 1 }],
  ])('with another %s is not even asked about', async (_name, change) => {
    const before = company.heard.length
    const proof = headerOfJson({ ...payment, ...change })
    expect(await provider.openCharge({ ...paying, paymentProof: proof })).toMatchObject({ kind: 'refused' })
    expect(company.heard).toHaveLength(before)
  })
})
