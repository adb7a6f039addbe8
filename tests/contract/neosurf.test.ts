import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import { neosurfHash } from '../../lib/providers/adapters/neosurf/neosurf-hash.ts'
import type { AccountContext, CallbackMessage } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { callbackMessage, chargeRequest, formContent, now } from '../support/provider-messages.ts'
import { samplesOf } from './fixtures.ts'
import { believed, flipBody, readingOf, runProviderContract, sameReply } from './run-provider-contract.ts'

const provider = providerOf('neosurf')
const secret = 'b7e2d90c41fa6835d2c0e97b14a6f385'
const account: AccountContext = {
  accountId: 'account-1',
  mode: 'live',
  settings: { merchantId: '99999', secret, subMerchantId: 'demo.example' },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}

type Fields = Readonly<Record<string, string>>
const samples = samplesOf('neosurf')
const told: Fields = {
  ...(samples.find(({ name }) => name === 'callback ok')?.params as Fields),
  amount: '150',
  merchantTransactionId: 'correlator-1',
}

/** Written apart from the adapter: values in the order of their names, then the secret. */
function sign(fields: Fields, key: string): Fields {
  const values = Object.entries(fields)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, value]) => value)
  return {
    ...fields,
    hash: createHash('sha512')
      .update(values.join('') + key)
      .digest('hex'),
  }
}

function message(fields: Fields): CallbackMessage {
  return callbackMessage({
    ...formContent(fields),
  })
}

const signed = sign(told, secret)
const genuine = message(signed)
const { hash = '', ...unsigned } = signed
const read = (changes: Fields) => readingOf({ provider, account }, message(sign({ ...told, ...changes }, secret)))
/** The fields whose values reach us changed; the sender's own spelling of a space or an escape does not matter. */
const decoded = ({ body }: CallbackMessage) =>
  JSON.stringify([...new URLSearchParams(Buffer.from(body).toString())].sort())

runProviderContract({
  provider,
  account,
  trust: 'signed',
  genuine,
  paid: { reference: '123456789', correlator: 'correlator-1', amount: eur(150), at: now },
  mutations: [
    ...Object.keys(told).map((name) => ({
      name: `${name}, hash left alone`,
      message: message({ ...signed, [name]: `${told[name]}9` }),
    })),
    ...Object.keys(told)
      .filter((name) => told[name] !== '')
      .map((name) => ({ name: `${name}, left out`, message: message({ ...signed, [name]: '' }) })),
    { name: 'merchant, signed', message: message(sign({ ...told, merchantId: '88888' }, secret)) },
    { name: 'status, signed', message: message(sign({ ...told, status: 'OK' }, secret)) },
    { name: 'error, signed', message: message(sign({ ...told, errorCode: '12' }, secret)) },
    { name: 'currency, signed', message: message(sign({ ...told, currency: 'usd' }, secret)) },
    // The same hash: nothing stands between two values.
    {
      name: 'digit, moved into the amount',
      message: message({ ...signed, amount: '1502', created: '026-11-22 10:00:00' }),
    },
    {
      name: 'digit, moved out of the amount',
      message: message({ ...signed, amount: '15', created: '02026-11-22 10:00:00' }),
    },
  ],
  signing: {
    secret,
    sign: (key) => message(sign(told, key)),
    unsigned: [
      { name: 'missing', message: message(unsigned) },
      { name: 'empty', message: message({ ...unsigned, hash: '' }) },
      { name: 'in capitals', message: message({ ...unsigned, hash: hash.toUpperCase() }) },
      {
        name: 'of the secret alone',
        message: message({ ...unsigned, hash: createHash('sha512').update(secret).digest('hex') }),
      },
    ],
    flipped: flipBody(genuine).filter((flipped) => valuesDiffer(flipped)),
    reordered: message(Object.fromEntries(Object.entries(signed).reverse())),
  },
  unusable: [
    { settings: { secret: '' }, says: /secret/ },
    { settings: { secret: 'demo-neosurf-secret' }, says: /public examples/ },
    { settings: { secret: 'only-15-symbols' }, says: /16 characters/ },
    { settings: { merchantId: 'x' }, says: /merchantId/ },
    { settings: { baseUrl: 'http://pay.neosurf.example/' }, says: /https/ },
  ],
  replies: sameReply(200, 'OK'),
  charge: chargeRequest(account),
})

/** Names are not part of the hash: a flipped bit in the name of an empty field moves nothing. */
function valuesDiffer(flipped: CallbackMessage): boolean {
  if (decoded(flipped) === decoded(genuine)) return false
  const values = (one: CallbackMessage) => {
    const { hash: given, ...fields } = Object.fromEntries(new URLSearchParams(Buffer.from(one.body).toString()))
    return given + neosurfHash(fields, '')
  }
  return values(flipped) !== values(genuine)
}

describe('samples', () => {
  test.each(samples)('$name', ({ params, secret: key = '', sig }) => {
    expect(neosurfHash(params as Fields, key)).toBe(sig)
  })

  test('the sample callback is read as money', () => {
    const { body = '', secret: key = '' } = samples.find(({ name }) => name === 'callback ok') ?? {}
    const rehearsal = { ...account, settings: { ...account.settings, secret: key }, isRehearsal: true }
    const reading = believed(readingOf({ provider, account: rehearsal }, { ...genuine, body: Buffer.from(body) }))
    expect(reading.observations).toMatchObject([{ state: 'paid', amount: eur(1000), reference: '123456789' }])
  })
})

describe('what a callback says', () => {
  test.each([
    [{ status: 'pending' }, 'pending'],
    [{ status: 'ko' }, 'pending'],
    [{ status: 'ko', errorCode: '12', errorMessage: 'refused' }, 'failed'],
    [{ status: 'ok', errorCode: '12' }, 'failed'],
    [{ status: 'ok', errorMessage: 'odd' }, 'pending'],
  ])('%j is %s', (changes, state) => {
    expect(believed(read(changes)).observations[0]).toMatchObject({ state, amount: undefined })
  })

  test('a field we do not know is part of the hash and does no harm', () => {
    expect(believed(read({ walletId: '7' })).observations[0]).toMatchObject({ state: 'paid', amount: eur(150) })
  })

  test('another transaction for the same charge is another payment', () => {
    const first = believed(readingOf({ provider, account }, genuine)).observations[0]
    const second = believed(read({ transactionId: '987654321' })).observations[0]
    expect(second?.eventId).not.toBe(first?.eventId)
    expect(second?.reference).not.toBe(first?.reference)
  })
})

test('the form that is posted is signed over all its fields', async () => {
  const charge = {
    account: { ...account, mode: 'test' as const },
    correlator: 'intent_01J9',
    amount: eur(1000),
    pricePoint: undefined,
    country: 'FR',
    locale: 'fr',
    payerCode: 'x',
    description: 'x',
    returnUrl: 'https://demo.example/ok',
    msisdn: undefined,
    now,
  }
  const opening = await provider.openCharge(charge)
  if (opening.kind !== 'form_post') throw new Error(opening.kind)
  const { hash: given = '', ...fields } = opening.fields
  expect(opening.action).toBe('https://pay.neosurf.com/')
  expect(given).toBe(sign(fields, secret)['hash'])
  const asSample = samples.find(({ name }) => name === 'create request')?.params as Fields
  expect(Object.keys(fields).sort()).toEqual(Object.keys(asSample).sort())
  expect(fields).toMatchObject({ amount: '1000', currency: 'eur', test: 'yes', merchantTransactionId: 'intent_01J9' })
})
