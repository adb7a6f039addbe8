import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import { checkStripeSignature } from '../../lib/providers/adapters/stripe/stripe-signature.ts'
import type { AccountContext, CallbackMessage } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { type Heard, startAnsweringServer } from '../support/answering-server.ts'
import { callbackMessage, chargeRequest, now } from '../support/provider-messages.ts'
import { samplesOf } from './fixtures.ts'
import { believed, flipBody, readingOf, runProviderContract, sameReply } from './run-provider-contract.ts'

const provider = providerOf('stripe')
const secret = 'whsec_b7e2d90c41fa6835d2c0e97b14a6f385'
const company = await startAnsweringServer()
afterAll(() => company.close())

const account: AccountContext = {
  accountId: 'account-1',
  mode: 'test',
  settings: { baseUrl: company.origin, apiKey: 'sk_test_51Nq0e7hT3m2Xc9vB4', secret },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}
const correlator = 'correlator-1'

type Json = Readonly<Record<string, unknown>>
const session = (more: Json = {}) => ({
  id: 'cs_test_1',
  object: 'checkout.session',
  client_reference_id: correlator,
  payment_status: 'paid',
  status: 'complete',
  amount_total: 150,
  currency: 'eur',
  livemode: false,
  metadata: { correlator },
  payment_intent: 'pi_1',
  ...more,
})
const event = (object: Json, more: Json = {}) => ({
  id: 'evt_1',
  object: 'event',
  type: 'checkout.session.completed',
  livemode: false,
  data: { object },
  ...more,
})

function message(content: unknown, key = secret, at = now): CallbackMessage {
  const body = typeof content === 'string' ? content : JSON.stringify(content)
  const seconds = Math.floor(at / 1000)
  return raw(body, `t=${seconds},v1=${createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex')}`)
}

function raw(body: string, signature?: string): CallbackMessage {
  return callbackMessage({
    headers: signature === undefined ? {} : { 'stripe-signature': signature },
    body: Buffer.from(body),
  })
}

const genuine = message(event(session()))
const text = Buffer.from(genuine.body).toString()
const signature = genuine.headers['stripe-signature'] ?? ''
const readEvent = (object: Json, more: Json = {}) => readingOf({ provider, account }, message(event(object, more)))

const charge = chargeRequest(account, { correlator })
const opened = {
  id: 'cs_test_1',
  object: 'checkout.session',
  client_reference_id: correlator,
  payment_status: 'unpaid',
  status: 'open',
  amount_total: 150,
  currency: 'eur',
  livemode: false,
  metadata: { correlator },
  payment_intent: null,
  url: 'https://checkout.stripe.com/c/pay/cs_test_1',
} satisfies Partial<Stripe.Checkout.Session>
const answerJson = (body: unknown, status = 200) => company.answer({ status, body: JSON.stringify(body) })
const byPath = (answers: Readonly<Record<string, unknown>>) =>
  company.answer(({ method, url }) => {
    const path = `${method} ${url.split('?')[0]?.replace('/v1/', '')}`
    return path in answers ? { body: JSON.stringify(answers[path]) } : { status: 404, body: '{"error":{"type":"x"}}' }
  })
answerJson(opened)

const intent = (more: Json = {}) => ({
  id: 'pi_1',
  object: 'payment_intent',
  status: 'succeeded',
  amount_received: 150,
  currency: 'eur',
  livemode: false,
  metadata: { correlator, opened: 'session' },
  latest_charge: { id: 'ch_1', amount_refunded: 0, disputed: false },
  ...more,
})

runProviderContract({
  provider,
  account,
  trust: 'signed',
  genuine,
  paid: { eventId: 'stripe:evt_1', reference: 'cs_test_1', correlator, amount: eur(150), at: now },
  mutations: [
    ...['id', 'client_reference_id', 'payment_status', 'status', 'currency', 'object', 'type'].map((name) => ({
      name: `${name}, signature left alone`,
      message: raw(text.replace(new RegExp(`"${name}":"[^"]*"`), `"${name}":"x"`), signature),
    })),
    { name: 'amount', message: raw(text.replace('150', '1')) },
    { name: 'mode, signed', message: message(event(session({ livemode: true }), { livemode: true })) },
    { name: 'mode of the session only, signed', message: message(event(session({ livemode: true }))) },
    { name: 'thin event, signed', message: message({ id: 'evt_1', object: 'v2.core.event', type: 'x' }) },
    { name: 'body, signed and no JSON', message: message('{') },
  ],
  signing: {
    secret,
    sign: (key) => message(text, key),
    unsigned: [
      { name: 'missing', message: raw(text) },
      { name: 'empty', message: raw(text, '') },
      { name: 'without a time', message: raw(text, signature.replace(/^t=\d+,/, '')) },
      { name: 'with two times', message: raw(text, `t=1,${signature}`) },
      { name: 'of another scheme', message: raw(text, signature.replace('v1=', 'v0=')) },
      { name: 'too old', message: message(text, secret, now - 301_000) },
      { name: 'of the future', message: message(text, secret, now + 301_000) },
    ],
    flipped: flipBody(genuine),
    respelled: raw(JSON.stringify(JSON.parse(text), null, 2), signature),
  },
  fetched: {
    reference: 'cs_test_1',
    statuses: (
      [
        ['open', 'unpaid', 'awaiting_payer'],
        ['complete', 'unpaid', 'pending'],
        ['expired', 'unpaid', 'expired'],
        ['complete', 'paid', 'paid'],
      ] as const
    ).map(([status, payment_status, state]) => ({
      status: `${status}, ${payment_status}`,
      state,
      arrange: () => answerJson(session({ status, payment_status })),
    })),
  },
  unusable: [
    { settings: { secret: '' }, says: /secret/ },
    { settings: { secret: 'whsec_demo' }, says: /public examples/ },
    { settings: { secret: 'whsec_short' }, says: /24 characters/ },
    { settings: { apiKey: 'sk_live_51Nq0e7hT3m2Xc9vB4' }, says: /not a key for test mode/ },
    { settings: { apiKey: 'pk_test_51Nq0e7hT3m2Xc9vB4' }, says: /apiKey/ },
    { settings: { baseUrl: 'http://api.stripe.example' }, says: /https/ },
  ],
  replies: sameReply(200, 'OK'),
  charge,
})

describe('Stripe’s own SDK', () => {
  const { webhooks } = new Stripe('sk_test_51Nq0e7hT3m2Xc9vB4')
  const seconds = Math.floor(Date.now() / 1000)

  test('signs what we accept', () => {
    const header = webhooks.generateTestHeaderString({ payload: text, secret, timestamp: seconds })
    expect(believed(readingOf({ provider, account }, { ...raw(text, header), receivedAt: seconds * 1000 })).trust).toBe(
      'signed',
    )
  })

  const header = (payload = text, key = secret, timestamp = seconds) =>
    webhooks.generateTestHeaderString({ payload, secret: key, timestamp })
  test.each([
    ['genuine', text, header()],
    ['with an unknown scheme beside it', text, `${header()},v0=abc`],
    ['with a wrong one beside it', text, `${header()},v1=00`],
    ['of another body', text, header(`${text} `)],
    ['of another secret', text, header(text, `${secret}9`)],
    ['an hour old', text, header(text, secret, seconds - 3600)],
    ['without a signature', text, `t=${seconds}`],
    ['without a time', text, header().replace(/^t=\d+,/, '')],
    ['empty', text, ''],
    ['respelled', JSON.stringify(JSON.parse(text), null, 1), header()],
  ])('agrees on one that is %s', (_name, body, given) => {
    const theirs = (() => {
      try {
        webhooks.constructEvent(body, given, secret)
        return true
      } catch {
        return false
      }
    })()
    const ours = checkStripeSignature({ header: given, body: Buffer.from(body), now: seconds * 1000 }, [secret])
    expect(ours === 'genuine').toBe(theirs)
  })

  test.each(samplesOf('stripe'))('sample: $name', (sample) => {
    const { body = '', header: headers = {}, secret: key = '', expect: wanted } = sample
    const at = (sample as unknown as { now: number }).now * 1000
    const signed = { header: headers['Stripe-Signature'] ?? '', body: Buffer.from(body), now: at }
    expect(checkStripeSignature(signed, [key])).toBe(wanted === 'paid' ? 'genuine' : 'stale')
  })
})

describe('events', () => {
  test.each([
    ['completed unpaid', session({ payment_status: 'unpaid' }), 'checkout.session.completed', 'pending'],
    ['paid later', session(), 'checkout.session.async_payment_succeeded', 'paid'],
    ['refused later', session({ payment_status: 'unpaid' }), 'checkout.session.async_payment_failed', 'failed'],
    ['out of time', session({ status: 'expired', payment_status: 'unpaid' }), 'checkout.session.expired', 'expired'],
    ['saved card paid', intent({ metadata: { correlator, opened: 'saved' } }), 'payment_intent.succeeded', 'paid'],
  ])('%s', (_name, object, type, state) => {
    const [observation] = believed(readEvent(object, { type })).observations
    expect(observation).toMatchObject({ state, correlator })
    expect(observation?.amount).toEqual(state === 'paid' ? eur(150) : undefined)
  })

  test.each([
    ['of another sale of the same account', session({ client_reference_id: null, metadata: {} }), {}],
    ['of a session’s own payment', intent(), { type: 'payment_intent.succeeded' }],
    ['of no kind we follow', { object: 'customer', id: 'cus_1' }, { type: 'customer.created' }],
    ['of a subscription', session({ payment_status: 'no_payment_required' }), { type: 'invoice.paid' }],
  ])('an event %s moves nothing and is answered', (_name, object, more) => {
    const reading = believed(readEvent(object, more))
    expect(reading.observations).toEqual([])
    expect(reading.reply([]).status).toBe(200)
  })

  test.each(['charge.refunded', 'charge.dispute.created', 'charge.dispute.closed'])('%s makes us ask', (type) => {
    const reading = believed(readEvent({ id: 'ch_1', object: 'charge', payment_intent: 'pi_1' }, { type }))
    expect(reading).toMatchObject({ trust: 'hint', observations: [{ reference: 'pi_1' }] })
  })

  test('a session whose card was to be kept makes us ask which one', async () => {
    expect(believed(readEvent(session({ metadata: { correlator, keeps: 'yes' } }))).trust).toBe('hint')
    const card = { brand: 'visa', last4: '4242', exp_month: 8, exp_year: 2030 }
    const method = { id: 'pm_1', customer: 'cus_1', card }
    answerJson(session({ metadata: { keeps: 'yes' }, payment_intent: intent({ payment_method: method }) }))
    expect(await provider.fetchCharge?.({ account, reference: 'cs_test_1', correlator, now })).toMatchObject({
      instrument: { reference: 'cus_1/pm_1', label: 'Visa •••• 4242', expiresAt: Date.UTC(2030, 8, 1) },
    })
  })
})

describe('what was taken back', () => {
  const ask = () => provider.fetchCharge?.({ account, reference: 'pi_1', correlator: '', now })
  const latest_charge = { id: 'ch_1', amount_refunded: 150, disputed: true }
  const arrange = (disputes: Json[], refunds: Json[]) =>
    byPath({
      'GET payment_intents/pi_1': intent({ latest_charge }),
      'GET disputes': { data: disputes },
      'GET refunds': { data: refunds },
    })

  test('a dispute takes the money at once, and does not once it is won', async () => {
    arrange([{ id: 'dp_1', status: 'needs_response', amount: 150 }], [])
    expect(await ask()).toMatchObject({ state: 'paid', correlator, reference: undefined, reversedMinor: 150 })
    arrange([{ id: 'dp_1', status: 'won', amount: 150 }], [])
    expect(await ask()).not.toHaveProperty('reversedMinor')
    arrange([{ id: 'dp_1', status: 'warning_needs_response', amount: 150 }], [])
    expect(await ask()).not.toHaveProperty('reversedMinor')
  })

  test('a refund made in Stripe’s own panel counts, and ours do not', async () => {
    const refunds = [
      { id: 're_1', status: 'succeeded', amount: 50, metadata: {} },
      { id: 're_2', status: 'succeeded', amount: 60, metadata: { refund: 'r-1' } },
      { id: 're_3', status: 'failed', amount: 40, metadata: {} },
    ]
    arrange([], refunds)
    expect(await ask()).toMatchObject({ reversedMinor: 50 })
  })

  test('a payment of somebody else’s shop in the same account is not ours to book', async () => {
    answerJson(intent({ metadata: {} }))
    await expect(ask()).rejects.toThrow(/another charge/)
    answerJson(intent({ livemode: true }))
    await expect(ask()).rejects.toThrow(/other mode/)
  })
})

describe('asking Stripe', () => {
  const last = () => company.heard.at(-1) as Heard
  test('one session for one charge, in the amount and currency that were shown', async () => {
    answerJson(opened)
    expect(await provider.openCharge({ ...charge, saveInstrument: true })).toEqual({
      kind: 'redirect',
      reference: 'cs_test_1',
      url: opened.url,
    })
    expect(last().headers).toMatchObject({ 'idempotency-key': correlator })
    expect(Object.fromEntries(new URLSearchParams(last().body))).toMatchObject({
      mode: 'payment',
      client_reference_id: correlator,
      'line_items[0][price_data][unit_amount]': '150',
      'line_items[0][price_data][currency]': 'eur',
      'payment_intent_data[setup_future_usage]': 'on_session',
    })
    expect(last().body).not.toMatch(/recurring|subscription|off_session/)
  })

  test.each([
    ['another charge’s', { ...opened, client_reference_id: 'x' }],
    ['of the other mode', { ...opened, livemode: true }],
    ['without a page', { ...opened, url: null }],
    ['with a page that is none', { ...opened, url: 'javascript:1' }],
  ])('a session that is %s opens nothing', async (_name, body) => {
    answerJson(body)
    await expect(provider.openCharge(charge)).rejects.toThrow(/Stripe/)
  })

  test.each([500, 429, 409])('an answer %s opens nothing and says nothing about money', async (status) => {
    answerJson({ error: { type: 'api_error' } }, status)
    await expect(provider.openCharge(charge)).rejects.toThrow(/Stripe answered/)
  })

  const saved = { ...charge, savedInstrument: 'cus_1/pm_1' }
  const kept = { correlator, opened: 'saved' }

  test('a saved card is charged with the payer present', async () => {
    answerJson(intent({ metadata: kept }))
    expect(await provider.openCharge(saved)).toMatchObject({
      kind: 'observed',
      observation: { state: 'paid', reference: 'pi_1', amount: eur(150) },
    })
    const sent = Object.fromEntries(new URLSearchParams(last().body))
    expect(sent).toMatchObject({ off_session: 'false', confirm: 'true', customer: 'cus_1', payment_method: 'pm_1' })
    expect(last().headers['idempotency-key']).toBe(correlator)
  })

  test('a bank that asks for more is answered on its page', async () => {
    const next_action = { redirect_to_url: { url: 'https://hooks.stripe.com/3ds' } }
    answerJson(intent({ metadata: kept, status: 'requires_action', next_action }))
    expect(await provider.openCharge(saved)).toEqual({
      kind: 'redirect',
      reference: 'pi_1',
      url: 'https://hooks.stripe.com/3ds',
    })
  })

  test.each([
    ['insufficient_funds', 'insufficient_funds'],
    ['stolen_card', 'declined'],
  ])('a refusal %s is told in our words', async (decline_code, failure) => {
    answerJson({ error: { type: 'card_error', code: 'card_declined', decline_code } }, 402)
    expect(await provider.openCharge(saved)).toEqual({ kind: 'refused', failure })
  })

  test.each(['resource_missing', 'payment_method_customer_decline'])(
    'a card Stripe has no more (%s) is refused and not left open',
    async (code) => {
      answerJson({ error: { type: 'invalid_request_error', code } }, 400)
      expect(await provider.openCharge(saved)).toEqual({ kind: 'refused', failure: 'unknown' })
    },
  )

  test('a card past its date is declined, and nobody is told that time ran out', async () => {
    answerJson({ error: { type: 'card_error', code: 'expired_card', decline_code: 'expired_card' } }, 402)
    expect(await provider.openCharge(saved)).toEqual({ kind: 'refused', failure: 'declined' })
  })

  test('a card is given up, a second time as well', async () => {
    const forget = () => provider.forgetInstrument?.({ account, reference: 'cus_1/pm_1', now })
    byPath({ 'POST payment_methods/pm_1/detach': { id: 'pm_1', object: 'payment_method', customer: null } })
    await forget()
    expect(last()).toMatchObject({ method: 'POST', url: '/v1/payment_methods/pm_1/detach' })
    answerJson({ error: { type: 'invalid_request_error', code: 'payment_method_unexpected_state' } }, 400)
    await forget()
  })

  test.each([403, 429, 500])('a card is not taken for given up when Stripe answers %s', async (status) => {
    answerJson({ error: { type: 'api_error' } }, status)
    await expect(provider.forgetInstrument?.({ account, reference: 'cus_1/pm_1', now })).rejects.toThrow(/Stripe/)
  })

  test('what is no saved card is not even asked about', async () => {
    const before = company.heard.length
    expect(await provider.openCharge({ ...charge, savedInstrument: 'pm_1&amount=1' })).toMatchObject({
      kind: 'refused',
    })
    expect(company.heard).toHaveLength(before)
  })

  test('a charge whose answer was lost is searched by our correlator', async () => {
    byPath({ 'GET payment_intents/search': { data: [{ id: 'pi_1' }] }, 'GET payment_intents/pi_1': intent() })
    expect(await provider.fetchCharge?.({ account, reference: '', correlator, now })).toMatchObject({ state: 'paid' })
    answerJson(session({ client_reference_id: 'another' }))
    await expect(provider.fetchCharge?.({ account, reference: 'cs_test_1', correlator, now })).rejects.toThrow(
      /another/,
    )
  })

  test('the page of a charge that is given up is closed', async () => {
    byPath({
      'POST checkout/sessions/cs_test_1/expire': session({ status: 'expired', payment_status: 'unpaid' }),
      'GET checkout/sessions/cs_test_1': session({ status: 'expired', payment_status: 'unpaid' }),
    })
    expect(await provider.cancelCharge?.({ account, reference: 'cs_test_1', correlator, now })).toMatchObject({
      state: 'expired',
    })
  })
})

describe('refunds against stripe-stateful-mock', () => {
  const require = createRequire(import.meta.url)
  let mock: Server
  let origin = ''
  let chargeId = ''
  beforeAll(async () => {
    mock = createServer(require('stripe-stateful-mock').createExpressApp())
    await new Promise<void>((resolve) => mock.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(mock.address() as AddressInfo).port}`
    const { port } = mock.address() as AddressInfo
    const stripe = new Stripe(account.settings['apiKey'] ?? '', { host: '127.0.0.1', port, protocol: 'http' })
    chargeId = (await stripe.charges.create({ amount: 150, currency: 'eur', source: 'tok_visa' })).id
  })
  afterAll(() => new Promise((resolve) => mock.close(resolve)))

  /** Sessions and PaymentIntents are ours; charges and refunds are the foreign server's. */
  const forward = () =>
    startForwarding(({ method, url, headers, body }) =>
      url.startsWith('/v1/checkout/')
        ? { body: JSON.stringify(session({ payment_intent: intent({ latest_charge: { id: chargeId } }) })) }
        : fetch(origin + url, {
            method,
            headers: {
              authorization: headers['authorization'] ?? '',
              ...(headers['idempotency-key'] ? { 'idempotency-key': headers['idempotency-key'] } : {}),
              'content-type': 'application/x-www-form-urlencoded',
            },
            ...(method === 'POST' ? { body } : {}),
          }),
    )

  test('a refund is made once, another beside it, and never more than was paid', async () => {
    const between = await forward()
    const settings = { ...account.settings, baseUrl: between.origin }
    const refund = (refundId: string, minor: number) =>
      provider.refundCharge?.({
        account: { ...account, settings },
        reference: 'cs_test_1',
        amount: eur(minor),
        refundId,
        now,
      })
    const first = await refund('r-1', 100)
    expect(first).toMatchObject({ state: 'done' })
    expect(await refund('r-1', 100)).toEqual(first)
    expect(await refund('r-2', 100)).toMatchObject({ state: 'refused' })
    expect(await refund('r-3', 50)).toMatchObject({ state: 'done' })
    expect(await refund('r-4', 1)).toMatchObject({ state: 'refused' })
    await between.close()
  })
})

type Forward = (heard: Heard) => Readonly<{ body: string }> | Promise<Response>

async function startForwarding(answer: Forward) {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
    const { method = '', url = '' } = incoming
    const given = await answer({ method, url, headers, body: Buffer.concat(chunks).toString() })
    const isResponse = given instanceof Response
    outgoing.writeHead(isResponse ? given.status : 200).end(isResponse ? await given.text() : given.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
