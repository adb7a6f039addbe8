import { afterAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import type { AccountContext, CallbackMessage } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { callbackMessage, chargeRequest, now } from '../support/provider-messages.ts'
import { samplesOf } from './fixtures.ts'
import { believed, readingOf, runProviderContract, sameReply } from './run-provider-contract.ts'

const provider = providerOf('mollie')
const company = await startAnsweringServer()
afterAll(() => company.close())

const account: AccountContext = {
  accountId: 'account-1',
  mode: 'live',
  settings: {
    baseUrl: company.origin,
    apiKey: 'live_b7e2d90c41fa6835d2c0e97b14a6f3',
    methods: 'creditcard, paysafecard',
  },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}
const correlator = 'correlator-1'
const id = 'tr_7UhSN1zuXS'
type Json = Readonly<Record<string, unknown>>
const payment = (more: Json = {}) => ({
  resource: 'payment',
  id,
  mode: 'live',
  status: 'open',
  amount: { currency: 'EUR', value: '1.50' },
  metadata: { correlator },
  _links: { checkout: { href: `https://www.mollie.com/checkout/${id}`, type: 'text/html' } },
  ...more,
})
const money = (value: string) => ({ currency: 'EUR', value })
const answerJson = (body: unknown, status = 200) => company.answer({ status, body: JSON.stringify(body) })
const byPath = (answers: Readonly<Record<string, unknown>>) =>
  company.answer(({ method, url }) => {
    const path = `${method} ${url.replace('/v2/', '')}`
    return path in answers ? { body: JSON.stringify(answers[path]) } : { status: 404, body: '{}' }
  })
answerJson(payment(), 201)

const sample = samplesOf('mollie')[0]?.body ?? ''
function message(body: string): CallbackMessage {
  return callbackMessage({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(body),
  })
}

const charge = chargeRequest(account, { correlator })

runProviderContract({
  provider,
  account,
  trust: 'hint',
  genuine: message(sample),
  // The webhook names a payment and nothing else: what became of it, only Mollie says.
  paid: { state: 'pending', reference: id, amount: undefined, at: now },
  mutations: [
    { name: 'id, another', message: message('id=tr_other') },
    { name: 'id, empty', message: message('id=') },
    { name: 'id, of something else', message: message('id=ord_1') },
    { name: 'id, a path', message: message('id=tr_1/../../x') },
    { name: 'status, claimed', message: message(`${sample}&status=paid&amount=9.99`) },
  ],
  fetched: {
    reference: id,
    statuses: (
      [
        ['open', 'awaiting_payer'],
        ['pending', 'pending'],
        ['authorized', 'authorized'],
        ['paid', 'paid'],
        ['failed', 'failed'],
        ['canceled', 'cancelled'],
        ['expired', 'expired'],
      ] as const
    ).map(([status, state]) => ({ status, state, arrange: () => answerJson(payment({ status })) })),
  },
  unusable: [
    { settings: { apiKey: '' }, says: /apiKey/ },
    { settings: { apiKey: 'live_short' }, says: /20 characters/ },
    { settings: { apiKey: 'test_b7e2d90c41fa6835d2c0e97b14a6f3' }, says: /not a key for live mode/ },
    { settings: { baseUrl: 'http://api.mollie.example' }, says: /https/ },
    { settings: { methods: 'credit card!' }, says: /methods/ },
  ],
  replies: sameReply(200, 'OK'),
  charge,
})

describe('asking Mollie', () => {
  const ask = (more: Json = {}) => provider.fetchCharge?.({ account, reference: id, correlator, now, ...more })

  test('one payment for one charge, once and for all', async () => {
    answerJson(payment(), 201)
    expect(await provider.openCharge(charge)).toMatchObject({ kind: 'redirect', reference: id })
    const { headers, body, url } = company.heard.at(-1) ?? { headers: {}, body: '{}', url: '' }
    expect(url).toBe('/v2/payments')
    expect(headers).toMatchObject({ 'idempotency-key': correlator })
    expect(JSON.parse(body)).toEqual({
      amount: money('1.50'),
      description: 'Contact K7P204',
      redirectUrl: charge.returnUrl,
      webhookUrl: account.callbackUrl,
      sequenceType: 'oneoff',
      locale: 'fr_FR',
      metadata: { correlator },
      method: ['creditcard', 'paysafecard'],
    })
  })

  test.each([
    ['another charge’s', payment({ metadata: { correlator: 'x' } }), 201],
    ['of the other mode', payment({ mode: 'test' }), 201],
    ['without a page', payment({ _links: {} }), 201],
    ['with a page that is none', payment({ _links: { checkout: { href: 'javascript:1' } } }), 201],
    ['an error', { status: 500 }, 500],
    ['not found', { status: 404 }, 404],
  ])('an answer that is %s opens nothing', async (_name, body, status) => {
    answerJson(body, status)
    await expect(provider.openCharge(charge)).rejects.toThrow(/Mollie/)
  })

  test('an amount Mollie does not take is refused in our words, and a wrong key closes the account', async () => {
    answerJson({ status: 422, field: 'amount.value' }, 422)
    expect(await provider.openCharge(charge)).toEqual({ kind: 'refused', failure: 'limit_exceeded' })
    answerJson({ status: 401 }, 401)
    await expect(provider.openCharge(charge)).rejects.toThrow(/does not know this key/)
  })

  test.each([
    ['another payment', payment({ id: 'tr_other', status: 'paid' })],
    ['another charge', payment({ metadata: { correlator: 'x' }, status: 'paid' })],
    ['another shop of the same profile', payment({ metadata: null, status: 'paid' })],
    ['a test', payment({ mode: 'test', status: 'paid' })],
    ['another currency', payment({ status: 'paid', amount: { currency: 'SEK', value: '1.50' } })],
  ])('an answer about %s is no payment', async (_name, body) => {
    answerJson(body)
    await expect(ask()).rejects.toThrow(/Mollie/)
  })

  test('a charge whose answer was lost is found by our correlator', async () => {
    byPath({ 'GET payments?limit=250': { _embedded: { payments: [payment({ status: 'paid' })] } } })
    expect(await ask({ reference: '' })).toMatchObject({ state: 'paid', reference: id })
    await expect(ask({ reference: '', correlator: 'other' })).rejects.toThrow(/no payment/)
  })

  test('chargebacks that stand and refunds of others are taken back, ours are not', async () => {
    byPath({
      [`GET payments/${id}`]: payment({
        status: 'paid',
        amountChargedBack: money('0.70'),
        amountRefunded: money('0.80'),
      }),
      [`GET payments/${id}/chargebacks`]: {
        _embedded: {
          chargebacks: [
            { id: 'chb_1', amount: money('0.30'), reversedAt: null },
            { id: 'chb_2', amount: money('0.40'), reversedAt: '2026-06-03T10:00:00+00:00' },
          ],
        },
      },
      [`GET payments/${id}/refunds`]: {
        _embedded: {
          refunds: [
            { id: 're_1', status: 'refunded', amount: money('0.20'), metadata: null },
            { id: 're_2', status: 'pending', amount: money('0.60'), metadata: { refund: 'r-1' } },
            { id: 're_3', status: 'failed', amount: money('0.10'), metadata: null },
          ],
        },
      },
    })
    expect(await ask()).toMatchObject({ state: 'paid', reversedMinor: 50 })
    byPath({ [`GET payments/${id}`]: payment({ status: 'paid' }) })
    expect(await ask()).not.toHaveProperty('reversedMinor')
  })

  test('a refund is asked for once', async () => {
    const refund = { account, reference: id, amount: eur(100), refundId: 'r-1', now }
    const made: unknown[] = []
    company.answer(({ method, body }) => {
      if (method === 'GET') return { body: JSON.stringify({ _embedded: { refunds: made } }) }
      made.push({ id: 're_1', status: 'queued', ...JSON.parse(body) })
      return { status: 201, body: JSON.stringify(made.at(-1)) }
    })
    expect(await provider.refundCharge?.(refund)).toEqual({ state: 'pending', reference: 're_1' })
    expect(await provider.refundCharge?.(refund)).toEqual({ state: 'pending', reference: 're_1' })
    expect(made).toHaveLength(1)
    expect(made[0]).toMatchObject({ amount: money('1.00') })
    company.answer(({ method }) =>
      method === 'GET' ? { body: '{"_embedded":{"refunds":[]}}' } : { status: 422, body: '{"field":"amount"}' },
    )
    expect(await provider.refundCharge?.({ ...refund, refundId: 'r-2' })).toMatchObject({ state: 'refused' })
  })

  test('a refund that meets itself on the way is not taken for refused, or it would be given back twice', async () => {
    const refund = { account, reference: id, amount: eur(100), refundId: 'r-3', now }
    company.answer(({ method }) =>
      method === 'GET' ? { body: '{"_embedded":{"refunds":[]}}' } : { status: 409, body: '{"status":409}' },
    )
    await expect(provider.refundCharge?.(refund)).rejects.toThrow(/answered 409/)
  })

  test('a payment that can no longer be cancelled is told as what it became', async () => {
    company.answer(({ method }) =>
      method === 'DELETE' ? { status: 422, body: '{}' } : { body: JSON.stringify(payment({ status: 'paid' })) },
    )
    expect(await provider.cancelCharge?.({ account, reference: id, correlator, now })).toMatchObject({ state: 'paid' })
  })

  test('a webhook by GET, or in pieces, is refused', () => {
    expect(readingOf({ provider, account }, { ...message(sample), method: 'GET' }).kind).toBe('refused')
    expect(believed(readingOf({ provider, account }, message(`x=1&${sample}`))).observations).toHaveLength(1)
  })
})
