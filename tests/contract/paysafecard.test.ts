import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import type { AccountContext, CallbackMessage } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { type Heard, startAnsweringServer } from '../support/answering-server.ts'
import { callbackMessage, chargeRequest, now } from '../support/provider-messages.ts'
import { samplesOf } from './fixtures.ts'
import { readingOf, runProviderContract, sameReply } from './run-provider-contract.ts'

const provider = providerOf('paysafecard')
const company = await startAnsweringServer()
afterAll(() => company.close())

const account: AccountContext = {
  accountId: 'account-1',
  mode: 'live',
  settings: {
    baseUrl: `${company.origin}/v1`,
    merchantId: '1000005843',
    apiKey: 'psc_9d1f04c7aa3e52b8c6e0471fd2b39a6e',
    currency: 'EUR',
  },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}
const correlator = 'demo'
const id = 'pay_1000005843_demo_EUR'
const authUrl = 'https://customer.cc.at.paysafecard.com/psccustomer/GetCustomerPanelServlet?mtid=demo'

/** The company's one payment, and what it is; making it again is refused as its interface does. */
let status = 'INITIATED'
let isMade = false
const paymentBody = (more = {}) =>
  JSON.stringify({
    object: 'PAYMENT',
    id,
    status,
    amount: 1.5,
    currency: 'EUR',
    redirect: { auth_url: authUrl },
    ...more,
  })
const problem = (number: number, code = 400) => ({ status: code, body: JSON.stringify({ number, code: 'x' }) })

function play({ method, url }: Heard) {
  if (method === 'POST' && url === '/v1/payments') {
    if (isMade) return problem(2001)
    isMade = true
    return { status: 201, body: paymentBody() }
  }
  if (url === `/v1/payments/${id}/capture`) {
    if (status !== 'AUTHORIZED') return problem(2017)
    status = 'SUCCESS'
    return { body: paymentBody() }
  }
  return url === `/v1/payments/${id}` ? { body: paymentBody() } : problem(0, 404)
}
beforeEach(() => company.answer(play))

const body = samplesOf('paysafecard')[0]?.body ?? ''
function message(content: string): CallbackMessage {
  return callbackMessage({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(content),
  })
}

const charge = chargeRequest(account, { correlator })

runProviderContract({
  provider,
  account,
  trust: 'hint',
  genuine: message(body),
  // Cards were assigned, not taken: only asking and taking makes it money.
  paid: { state: 'authorized', reference: id, correlator, amount: undefined, at: now },
  mutations: [
    { name: 'mtid, of another merchant', message: message(body.replace('1000005843', '1000005844')) },
    { name: 'mtid, of another charge', message: message(body.replace('_demo_', '_other_')) },
    { name: 'mtid, empty', message: message(body.replace(id, '')) },
    { name: 'mtid, a path', message: message(body.replace('_demo_', '_..%2Fx_')) },
    { name: 'serial, with a higher amount', message: message(body.replace('3.00', '300.00')) },
    { name: 'event', message: message(body.replace('ASSIGN_CARDS', 'PAID')) },
  ],
  fetched: {
    reference: id,
    statuses: (
      [
        ['INITIATED', 'awaiting_payer'],
        ['REDIRECTED', 'awaiting_payer'],
        ['AUTHORIZED', 'authorized'],
        ['SUCCESS', 'paid'],
        ['CANCELED_MERCHANT', 'cancelled'],
        ['CANCELED_CUSTOMER', 'cancelled'],
        ['EXPIRED', 'expired'],
      ] as const
    ).map(([word, state]) => ({
      status: word,
      state,
      arrange: () => {
        status = word
      },
    })),
  },
  unusable: [
    { settings: { apiKey: '' }, says: /apiKey/ },
    { settings: { apiKey: 'psc_short' }, says: /20 characters/ },
    { settings: { merchantId: '12' }, says: /merchantId/ },
    { settings: { currency: 'USD' }, says: /currency/ },
    { settings: { baseUrl: 'http://api.paysafecard.example/v1' }, says: /https/ },
  ],
  replies: sameReply(200, 'OK'),
  charge,
})

const about = { account, reference: id, correlator, now }

test('a notification in JSON is the same as one in a form', () => {
  const json = JSON.stringify({ eventType: 'ASSIGN_CARDS', version: '1', data: { mid: '1', payment_id: id } })
  expect(readingOf({ provider, account }, message(json))).toMatchObject({
    kind: 'read',
    observations: [{ reference: id, correlator }],
  })
})

describe('what cards have reserved', () => {
  test('is taken once, and told as taken however often it is asked for', async () => {
    status = 'AUTHORIZED'
    const first = await provider.captureCharge?.(about)
    expect(first).toMatchObject({ state: 'paid', amount: eur(150), reference: id, correlator })
    expect(await provider.captureCharge?.(about)).toEqual(first)
    expect(await provider.fetchCharge?.(about)).toEqual(first)
  })

  test('and was not taken in time goes back', async () => {
    status = 'EXPIRED'
    company.answer((heard) => (heard.url.endsWith('/capture') ? problem(3007) : play(heard)))
    expect(await provider.captureCharge?.(about)).toMatchObject({ state: 'expired', amount: undefined })
  })

  test('and could not be taken for a trouble of theirs is asked about again', async () => {
    status = 'AUTHORIZED'
    company.answer({ status: 500, body: '{}' })
    await expect(provider.captureCharge?.(about)).rejects.toThrow(/answered 500/)
  })
})

describe('asking paysafecard', () => {
  test('the payment’s id is ours, and nothing about a person is told', async () => {
    isMade = false
    status = 'INITIATED'
    await provider.openCharge(charge)
    const { headers, body: sent } = company.heard.at(-1) ?? { headers: {}, body: '{}' }
    expect(headers).toMatchObject({
      'correlation-id': correlator,
      authorization: `Basic ${Buffer.from(account.settings['apiKey'] ?? '').toString('base64')}`,
    })
    expect(JSON.parse(sent)).toEqual({
      type: 'PAYSAFECARD',
      amount: 1.5,
      currency: 'EUR',
      redirect: { success_url: charge.returnUrl, failure_url: charge.returnUrl },
      notification_url: account.callbackUrl,
      customer: { id: expect.stringMatching(/^[0-9a-f]{40}$/) },
    })
  })

  test('a lost answer is asked for by the id that follows from our correlator', async () => {
    status = 'SUCCESS'
    expect(await provider.fetchCharge?.({ ...about, reference: '' })).toMatchObject({ state: 'paid' })
  })

  test.each([
    ['another payment', { id: 'pay_1000005843_other_EUR', status: 'SUCCESS' }],
    ['another currency', { currency: 'USD', status: 'SUCCESS' }],
    ['a fraction of a cent', { amount: 1.505, status: 'SUCCESS' }],
    ['something else', { object: 'PAYOUT', status: 'SUCCESS' }],
    ['a status unknown to us', { status: 'PAID' }],
  ])('an answer about %s is no payment', async (_name, change) => {
    company.answer({ body: paymentBody(change) })
    await expect(provider.fetchCharge?.(about)).rejects.toThrow(/paysafecard/)
  })

  test('a reference of another merchant or charge is not even asked about', async () => {
    const before = company.heard.length
    await expect(provider.fetchCharge?.({ ...about, reference: 'pay_1_x_EUR' })).rejects.toThrow(/another merchant/)
    await expect(provider.fetchCharge?.({ ...about, correlator: 'other' })).rejects.toThrow(/another merchant/)
    expect(company.heard).toHaveLength(before)
  })

  test('refusals are told in our words', async () => {
    company.answer(problem(4003))
    expect(await provider.openCharge(charge)).toEqual({ kind: 'refused', failure: 'limit_exceeded' })
    company.answer(problem(10008, 401))
    await expect(provider.openCharge(charge)).rejects.toThrow(/neither this key nor this server/)
    const pounds = { ...charge, amount: { minor: 150, currency: 'GBP' } as const }
    expect(await provider.openCharge(pounds)).toMatchObject({ kind: 'refused' })
  })

  test('a refund is made once, and refused where the payer has no account', async () => {
    const refund = { account, reference: id, amount: eur(100), refundId: 'r-1', now }
    let made = 0
    company.answer(() => {
      made += 1
      return made > 1 ? problem(3164) : { status: 201, body: '{"id":"ref_1","status":"SUCCESS"}' }
    })
    expect(await provider.refundCharge?.(refund)).toEqual({ state: 'done', reference: 'ref_1' })
    expect(company.heard.at(-1)?.headers).toMatchObject({ 'correlation-id': 'r-1' })
    expect(await provider.refundCharge?.(refund)).toMatchObject({ state: 'done' })
    company.answer(problem(3185, 404))
    expect(await provider.refundCharge?.({ ...refund, refundId: 'r-2' })).toMatchObject({ state: 'refused' })
    for (const busy of [429, 500]) {
      company.answer({ status: busy, body: '{}' })
      await expect(provider.refundCharge?.({ ...refund, refundId: 'r-3' })).rejects.toThrow(`answered ${busy}`)
    }
  })
})
