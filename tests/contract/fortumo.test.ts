import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newPayerCode } from '../../lib/ids/ids.ts'
import { eur } from '../../lib/money/money.ts'
import { fortumoSignature } from '../../lib/providers/adapters/fortumo/fortumo-signature.ts'
import type { AccountContext, CallbackMessage } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { callbackMessage, chargeRequest, now } from '../support/provider-messages.ts'
import { samplesOf } from './fixtures.ts'
import { believed, everyOutcome, flipQuery, readingOf, runProviderContract } from './run-provider-contract.ts'

const provider = providerOf('fortumo')
const secret = '8c4fe2a97b31d06512ab90f3c7e64d15'
const code = newPayerCode()
const plain = { 'content-type': 'text/plain; charset=utf-8' }

const account: AccountContext = {
  accountId: 'account-1',
  mode: 'live',
  settings: {
    serviceId: '0123456789abcdef0123456789abcdef',
    secret,
    shortCode: '81000',
    keyword: 'VOIR',
    billing: 'mo',
    priceMinor: '300',
    currency: 'EUR',
  },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}

const sent = {
  message: code,
  sender: '33639980010',
  country: 'FR',
  price: '3.00',
  price_wo_vat: '2.50',
  currency: 'EUR',
  service_id: '0123456789abcdef0123456789abcdef',
  keyword: 'VOIR',
  shortcode: '81000',
  operator: 'Orange é',
  message_id: 'm-1001',
  billing_type: 'MO',
  status: 'ok',
}
type Fields = Readonly<Record<string, string>>

function sign(fields: Fields, key: string): Fields {
  const text = Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('')
  return {
    ...fields,
    sig: createHash('md5')
      .update(text + key)
      .digest('hex'),
  }
}

function message(fields: Fields): CallbackMessage {
  return callbackMessage({
    method: 'GET',
    url: `/api/callbacks/account-1/token?${new URLSearchParams(fields)}`,
  })
}

const signed = sign(sent, secret)
const genuine = message(signed)
const read = (fields: Fields, settings: Fields = {}) =>
  readingOf(
    { provider, account: { ...account, settings: { ...account.settings, ...settings } } },
    message(sign(fields, secret)),
  )
const { sig: _sig, ...unsigned } = signed

runProviderContract({
  provider,
  account,
  trust: 'signed',
  genuine,
  paid: {
    eventId: 'fortumo:m-1001:ok',
    reference: 'm-1001',
    payerCode: code,
    amount: eur(300),
    payerAlias: '33639980010',
    at: now,
  },
  mutations: [
    ...Object.keys(sent).map((name) => ({
      name: `${name}, signature left alone`,
      message: message({ ...signed, [name]: 'x' }),
    })),
    ...Object.keys(sent).map((name) => {
      const { [name]: _, ...rest } = signed as Record<string, string>
      return { name: `${name}, left out`, message: message(rest) }
    }),
    { name: 'set of fields, one more', message: message({ ...signed, test: 'true' }) },
    { name: 'service, signed', message: message(sign({ ...sent, service_id: 'f'.repeat(32) }, secret)) },
    { name: 'currency, signed', message: message(sign({ ...sent, currency: 'SEK' }, secret)) },
  ],
  signing: {
    secret,
    sign: (key) => message(sign(sent, key)),
    unsigned: [
      { name: 'missing', message: message(unsigned) },
      { name: 'empty', message: message({ ...unsigned, sig: '' }) },
      { name: 'in capitals', message: message({ ...unsigned, sig: String(signed['sig']).toUpperCase() }) },
      { name: 'cut short', message: message({ ...unsigned, sig: String(signed['sig']).slice(0, -1) }) },
    ],
    flipped: flipQuery(genuine),
    reordered: message(Object.fromEntries(Object.entries(signed).reverse())),
  },
  unusable: [
    { settings: { secret: '' }, says: /secret/ },
    { settings: { secret: 'short' }, says: /16 characters/ },
    { settings: { secret: 'changeme' }, says: /not a secret/ },
    { settings: { secret: 'bad54c617b3a51230ac7cc3da398855e' }, says: /public examples/ },
    { settings: { previousSecret: 'test' }, says: /previousSecret/ },
    { settings: { serviceId: 'x' }, says: /serviceId/ },
  ],
  replies: [
    { decision: { outcome: 'settled', text: 'Accès ouvert.' }, status: 200, headers: plain, body: 'Accès ouvert.' },
    ...everyOutcome.map((outcome) => ({
      decision: { outcome, text: undefined },
      status: 200,
      headers: plain,
      body: '',
    })),
  ],
  charge: chargeRequest(account, { amount: eur(300), payerCode: code }),
})

describe('known answers', () => {
  test.each(samplesOf('fortumo'))('$provenance: $name', ({ params = {}, secret: key = '', sig }) => {
    expect(fortumoSignature(new Map(Object.entries(params).map(([name, value]) => [name, String(value)])), key)).toBe(
      sig,
    )
  })

  test('a sample is read as its maker says, and its public secret opens no account', () => {
    const sample = samplesOf('fortumo').find(({ name }) => name === 'MO message delivery, billed at once')
    const settings = { ...account.settings, secret: sample?.secret ?? '', keyword: 'CONTACT' }
    const call = { ...genuine, url: `/x?${sample?.query}` }
    const reading = readingOf({ provider, account: { ...account, settings, isRehearsal: true } }, call)
    expect(believed(reading).observations).toMatchObject([{ state: 'paid', amount: eur(300), reference: 'm-1001' }])
    expect(() => readingOf({ provider, account: { ...account, settings } }, call)).toThrow(/public examples/)
  })
})

describe('what Fortumo says', () => {
  test.each([
    ['MO', 'ok', 'paid'],
    ['MO', 'pending', 'pending'],
    ['MO', 'failed', 'failed'],
    ['MT', 'pending', 'pending'],
    ['MT', 'ok', 'paid'],
    ['MT', 'failed', 'failed'],
  ])('%s %s is %s', (billing_type, status, state) => {
    const [observation] = believed(read({ ...sent, billing_type, status })).observations
    expect(observation).toMatchObject({ state, payerCode: code, eventId: `fortumo:m-1001:${status}` })
    expect(observation?.amount).toEqual(state === 'paid' ? eur(300) : undefined)
  })

  test('a status that nobody documented moves nothing and is answered', () => {
    const reading = believed(read({ ...sent, status: 'refunded' }))
    expect(reading.observations).toEqual([])
    expect(reading.reply([]).status).toBe(200)
  })

  test('a test message is a test whatever the account is', () => {
    for (const value of ['true', 'ok', 'fail', '']) {
      expect(believed(read({ ...sent, test: value })).observations[0]?.isTest).toBe(true)
    }
  })

  test('a billed message without a code is money that matches nothing', () => {
    expect(believed(read({ ...sent, message: 'bonjour' })).observations).toMatchObject([
      { state: 'paid', payerCode: undefined },
    ])
  })

  test('where our answer is what is billed, only the answer to a purchase is sent', () => {
    const reading = believed(read({ ...sent, billing_type: 'MT', status: 'pending' }))
    expect(reading.reply([{ outcome: 'pending', text: 'En cours.' }]).body).toBe('En cours.')
    for (const outcome of ['unknown', 'already_settled', 'failed', 'ignored'] as const) {
      expect(reading.reply([{ outcome, text: 'Code inconnu.' }]).body).toBe('')
    }
  })

  test('a blank or hidden sender is no telephone', () => {
    expect(believed(read({ ...sent, sender: '' })).observations[0]).not.toHaveProperty('payerAlias')
  })

  test('STOP is obeyed, and what it cost is money all the same', () => {
    const reading = believed(read({ ...sent, message: 'STOP' }))
    expect(reading.command).toMatchObject({ word: 'stop', payerAlias: '33639980010' })
    expect(reading.observations).toMatchObject([{ state: 'paid' }])
    const decisions = [
      { outcome: 'suspense', text: 'Code inconnu.' },
      { outcome: 'ignored', text: 'STOP enregistré.' },
    ] as const
    expect(reading.reply(decisions).body).toBe('STOP enregistré.')
  })

  test('an answer never has more than 120 characters, and keeps what happened and the code', () => {
    const text = `Accès ouvert, annonce K7P204 : le contact est sur votre page. ${'3,00 € sur votre facture. '.repeat(3)}Pour le retrouver ailleurs, code AAAA-BBBB-CCCC-DDDD-E`
    const { body } = believed(read(sent)).reply([{ outcome: 'settled', text }])
    expect(body.length).toBeLessThanOrEqual(120)
    expect(body).toMatch(/^Accès ouvert.*AAAA-BBBB-CCCC-DDDD-E$/)
    expect(believed(read(sent)).reply([{ outcome: 'settled', text: 'x'.repeat(300) }]).body).toHaveLength(120)
  })

  test('POST is refused', () => {
    expect(readingOf({ provider, account }, { ...genuine, method: 'POST' }).kind).toBe('refused')
  })
})
