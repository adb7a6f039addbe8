import { afterAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import type { AccountContext, CallbackMessage, PaymentProvider } from '../../lib/providers/provider.ts'
import { listProviders } from '../../lib/providers/registry.ts'
import { minute } from '../../lib/time/time.ts'
import { callbackMessage, chargeRequest, now } from '../support/provider-messages.ts'
import { signature, startFakeCompany } from './fake-company.ts'
import { believed, type Mutation, readingOf, runProviderContract, sameReply } from './run-provider-contract.ts'

const secret = 'present-secret-0123456789-abcdefghij'
const otherSecret = 'another-accounts-secret-0123456789-x'
const apiKey = 'access-key-0123456789-0123456789-abc'
const company = await startFakeCompany()
afterAll(() => company.close())

const account: AccountContext = {
  accountId: 'account-1',
  mode: 'test',
  settings: { baseUrl: company.baseUrl, merchantId: 'M-1', apiKey, secret },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}

const charge = {
  id: 'ch_77',
  correlator: 'correlator-1',
  merchant: 'M-1',
  mode: 'test',
  status: 'paid',
  amount: '1.50',
  currency: 'EUR',
  reversedAmount: '0.00',
  payer: 'alias-9',
  at: now / 1000,
}

function message(content: unknown, options: Readonly<{ secret?: string; at?: number }> = {}): CallbackMessage {
  const body = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  return callbackMessage({
    headers: {
      'content-type': 'application/json',
      'x-signature': signature(options.secret ?? secret, body, options.at ?? now),
    },
    body,
  })
}

const event = { event: 'evt_0123456789', charge }
const genuine = message(event)

function fieldMutations(): Mutation[] {
  const values: Record<string, unknown> = {
    id: 'ch_78',
    correlator: 'correlator-2',
    merchant: 'M-2',
    mode: 'live',
    status: 'reserved',
    amount: '9.50',
    currency: 'GBP',
    reversedAmount: '1.50',
    payer: 'alias-8',
    at: charge.at + 1,
  }
  return Object.entries(values).map(([name, value]) => ({
    name: `${name}, signature left alone`,
    message: { ...genuine, body: Buffer.from(JSON.stringify({ ...event, charge: { ...charge, [name]: value } })) },
  }))
}

for (const provider of listProviders().filter(({ kind }) => kind.startsWith('sim_'))) {
  runProviderContract({
    provider,
    account,
    genuine,
    paid: {
      eventId: 'evt_0123456789',
      reference: 'ch_77',
      correlator: 'correlator-1',
      amount: eur(150),
      payerAlias: 'alias-9',
      at: now,
    },
    mutations: fieldMutations(),
    unusable: [
      { settings: { secret: '' }, says: /secret/ },
      { settings: { secret: 'x'.repeat(31) }, says: /32 characters/ },
      { settings: { previousSecret: 'short' }, says: /32 characters/ },
      { settings: { apiKey: 'short' }, says: /apiKey/ },
      { settings: { baseUrl: 'file:///etc' }, says: /baseUrl/ },
    ],
    replies: sameReply(204),
    charge: chargeRequest(account, { correlator: `correlator-${provider.kind}` }),
  })
}

const provider = listProviders().find(({ kind }) => kind === 'sim_call') as PaymentProvider
const read = (changed: CallbackMessage, settings: Readonly<Record<string, string>> = {}) =>
  readingOf({ provider, account: { ...account, settings: { ...account.settings, ...settings } } }, changed)

describe('signatures of the company', () => {
  test('one flipped bit anywhere in the body is refused', () => {
    for (let at = 0; at < genuine.body.length; at += 1) {
      const body = Buffer.from(genuine.body)
      body[at] = (body[at] ?? 0) ^ 1
      expect(read({ ...genuine, body }).kind).toBe('refused')
    }
  })

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['without a time', `v1=${'0'.repeat(64)}`],
    ['of zeros', `t=${now / 1000},v1=${'0'.repeat(64)}`],
    ['cut short', genuine.headers['x-signature']?.slice(0, -2)],
    ['in capitals', genuine.headers['x-signature']?.toUpperCase()],
    ['written twice', `${genuine.headers['x-signature']},${genuine.headers['x-signature']}`],
  ])('a signature %s is refused with 401', (_name, header) => {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (header !== undefined) headers['x-signature'] = header
    expect(read({ ...genuine, headers })).toMatchObject({ kind: 'refused', reply: { status: 401 } })
  })

  test('a signature made with a wrong, an empty or another account’s secret is refused', () => {
    for (const wrong of [otherSecret, ' ', `${secret} `, apiKey]) {
      expect(read(message(event, { secret: wrong })).kind).toBe('refused')
    }
  })

  test('during a change of secrets both are accepted, and afterwards only the new one', () => {
    const settings = { secret: otherSecret, previousSecret: secret }
    expect(believed(read(genuine, settings)).observations).toHaveLength(1)
    expect(believed(read(message(event, { secret: otherSecret }), settings)).observations).toHaveLength(1)
    expect(read(genuine, { secret: otherSecret }).kind).toBe('refused')
  })

  test('a body written again with the same meaning is refused', () => {
    expect(read({ ...genuine, body: Buffer.from(JSON.stringify(event, null, 1)) }).kind).toBe('refused')
  })

  test('a message older or younger than five minutes is refused', () => {
    for (const at of [now - 5 * minute - 1000, now + 5 * minute + 1000]) {
      expect(read(message(event, { at })).kind).toBe('refused')
    }
    for (const at of [now - 5 * minute, now + 5 * minute]) expect(read(message(event, { at })).kind).toBe('read')
  })

  test('the header is found in any case', () => {
    const { 'x-signature': value = '', ...rest } = genuine.headers
    expect(read({ ...genuine, headers: { ...rest, 'X-Signature': value } }).kind).toBe('read')
  })
})

describe('what a signed message says', () => {
  test.each([
    ['another merchant', { ...event, charge: { ...charge, merchant: 'M-2' } }, 403],
    ['the other mode', { ...event, charge: { ...charge, mode: 'live' } }, 403],
    ['no event id', { charge }, 400],
    ['an amount with one decimal', { ...event, charge: { ...charge, amount: '1.5' } }, 400],
    ['a negative amount', { ...event, charge: { ...charge, amount: '-1.50' } }, 400],
    ['a currency we do not keep', { ...event, charge: { ...charge, currency: 'USD' } }, 400],
    ['a status nobody documented', { ...event, charge: { ...charge, status: 'won' } }, 400],
    ['no JSON', 'paid=1', 400],
  ])('%s is refused', (_name, content, status) => {
    expect(read(message(content))).toMatchObject({ kind: 'refused', reply: { status } })
  })

  test('money taken back is an amount, not a state', () => {
    const reading = believed(read(message({ ...event, charge: { ...charge, reversedAmount: '1.50' } })))
    expect(reading.observations[0]).toMatchObject({ state: 'paid', amount: eur(150), reversedMinor: 150 })
  })

  test('another method is refused', () => {
    expect(read({ ...genuine, method: 'GET' })).toMatchObject({ kind: 'refused', reply: { status: 405 } })
  })
})

describe('asking the company', () => {
  const ask = { account, reference: 'ch_77', correlator: 'correlator-1', now }

  test.each([
    ['open', 'awaiting_payer'],
    ['confirming', 'pending'],
    ['reserved', 'authorized'],
    ['paid', 'paid'],
    ['declined', 'failed'],
    ['cancelled', 'cancelled'],
    ['expired', 'expired'],
  ])('%s is %s', async (status, state) => {
    company.answer('GET /charges/ch_77', 200, { ...charge, status })
    const observation = await provider.fetchCharge?.(ask)
    expect(observation?.state).toBe(state)
    expect(observation?.amount).toEqual(state === 'paid' ? eur(150) : undefined)
  })

  test('sends the key as a bearer and nothing secret in the address or body', async () => {
    company.answer('GET /charges/ch_77', 200, charge)
    await provider.fetchCharge?.(ask)
    const last = company.asked.at(-1)
    expect(last?.authorization).toBe(`Bearer ${apiKey}`)
    expect(JSON.stringify([last?.path, last?.body])).not.toContain(apiKey)
  })

  test('an answer about another merchant or mode is an error, not a payment', async () => {
    for (const wrong of [{ merchant: 'M-2' }, { mode: 'live' }]) {
      company.answer('GET /charges/ch_77', 200, { ...charge, ...wrong })
      await expect(provider.fetchCharge?.(ask)).rejects.toThrow(/another merchant or mode/)
    }
  })

  test('an answer that is no success is an error, so that the charge stays open', async () => {
    company.answer('GET /charges/ch_77', 503, {})
    await expect(provider.fetchCharge?.(ask)).rejects.toThrow(/503/)
  })

  test.each([
    ['wrong_code', 'invalid_code'],
    ['used_code', 'code_already_used'],
    ['old_code', 'expired'],
    ['short_call', 'call_too_short'],
    ['something_new', 'unknown'],
  ])('a code refused for %s leaves the charge awaiting its payer, with %s', async (reason, failure) => {
    company.answer('POST /charges/ch_77/redeem', 200, { ...charge, status: 'open', reason })
    const observation = await provider.redeemCode?.({ ...ask, code: '1234 5678', amount: eur(150) })
    expect(observation).toMatchObject({ state: 'awaiting_payer', failure })
    expect(company.asked.at(-1)?.body).toEqual({ code: '12345678' })
  })

  test('a refusal at opening is told in our words', async () => {
    company.answer('POST /charges', 402, { reason: 'barred' })
    const opening = await provider.openCharge(
      chargeRequest(account, {
        correlator: 'c',
        description: 'Contact',
        returnUrl: 'https://annonces.example/',
        msisdn: '+33639980003',
      }),
    )
    expect(opening).toEqual({ kind: 'refused', failure: 'barred' })
  })
})

describe('asking the company for a refund', () => {
  const giving = listProviders().filter(({ kind, refundCharge }) => kind.startsWith('sim_') && refundCharge)
  const ask = { account, reference: 'ch_77', amount: eur(150), refundId: 'refund-1', now }

  test.each(giving)('$kind: asked twice it is one refund by its id, and the answer is the same', async (giver) => {
    company.answer('POST /charges/ch_77/refund', 200, { id: 're_1', status: 'done' })
    const before = company.asked.length
    const first = await giver.refundCharge?.(ask)
    expect(first).toEqual({ state: 'done', reference: 're_1' })
    expect(await giver.refundCharge?.({ ...ask, now: now + 60_000 })).toEqual(first)
    const bodies = company.asked.slice(before).map(({ body }) => body)
    expect(bodies).toEqual(Array(2).fill({ refundId: 'refund-1', amount: '1.50', currency: 'EUR' }))
  })

  test.each(giving)('$kind: waiting, refused, unknown and silent are told apart', async ({ refundCharge }) => {
    for (const status of ['pending', 'refused']) {
      company.answer('POST /charges/ch_77/refund', 200, { id: 're_1', status })
      expect(await refundCharge?.(ask)).toMatchObject({ state: status })
    }
    company.answer('POST /charges/ch_77/refund', 404, {})
    expect(await refundCharge?.(ask)).toMatchObject({ state: 'refused' })
    company.answer('POST /charges/ch_77/refund', 500, {})
    await expect(refundCharge?.(ask)).rejects.toThrow(/500/)
  })
})
