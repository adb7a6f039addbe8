import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newPayerCode } from '../../lib/ids/ids.ts'
import { eur } from '../../lib/money/money.ts'
import {
  keyedDigitsOf,
  payerCodeOfKeyed,
  readSpokenCode,
  spokenCode,
} from '../../lib/providers/adapters/voice/call-codes.ts'
import { isSignedByCarrier, voiceSignature } from '../../lib/providers/adapters/voice/voice-signature.ts'
import type { AccountContext, CallbackMessage } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { minute } from '../../lib/time/time.ts'
import { callbackMessage, chargeRequest, now } from '../support/provider-messages.ts'
import { samplesOf } from './fixtures.ts'
import { believed, everyOutcome, flipBody, readingOf, runProviderContract } from './run-provider-contract.ts'

const provider = providerOf('voice')
const secret = '5d1f0c7ab3e94826d07c15be9fa83264'
const code = newPayerCode()
const xml = { 'content-type': 'text/xml; charset=utf-8' }

const account: AccountContext = {
  accountId: 'account-1',
  mode: 'live',
  settings: {
    secret,
    carrierAccount: 'AC0123456789abcdef0123456789abcdef',
    numbers: '0899 000 150=150, 0899000300=300',
    currency: 'EUR',
    way: 'keyed',
    language: 'fr',
  },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}

type Fields = Readonly<Record<string, string>>
const form: Fields = {
  AccountSid: 'AC0123456789abcdef0123456789abcdef',
  CallSid: 'CA1234567890ABCDE',
  CallStatus: 'in-progress',
  Digits: keyedDigitsOf(code),
  From: '+33639980010',
  To: '+33899000150',
}

function message(
  fields: Fields,
  options: Readonly<{ query?: string; key?: string; signed?: Fields }> = {},
): CallbackMessage {
  const { query = '?step=digits&try=1', key = secret, signed = fields } = options
  const names = Object.keys(signed).sort()
  const text = account.callbackUrl + query + names.map((name) => name + signed[name]).join('')
  return callbackMessage({
    // Behind a proxy the address that was signed is not the one that arrives.
    url: `http://10.0.0.7:3000/api/callbacks/account-1/token${query}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', key).update(text).digest('base64'),
    },
    body: Buffer.from(new URLSearchParams(fields).toString()),
  })
}

const genuine = message(form)
const { 'x-twilio-signature': _signature, ...unsigned } = genuine.headers
const read = (fields: Fields, query?: string, settings: Fields = {}) =>
  readingOf(
    { provider, account: { ...account, settings: { ...account.settings, ...settings } } },
    message(fields, query === undefined ? {} : { query }),
  )
const said = (fields: Fields, query?: string, settings: Fields = {}) =>
  believed(read(fields, query, settings)).reply([])

runProviderContract({
  provider,
  account,
  trust: 'signed',
  genuine,
  paid: {
    eventId: 'call:CA1234567890ABCDE',
    reference: 'call:CA1234567890ABCDE',
    payerCode: code,
    amount: eur(150),
    payerAlias: '+33639980010',
    at: now,
  },
  mutations: [
    ...Object.keys(form).map((name) => ({
      name: `${name}, signature left alone`,
      message: message({ ...form, [name]: '+33899000300' }, { signed: form }),
    })),
    { name: 'set of fields, one more', message: message({ ...form, Price: '0' }, { signed: form }) },
    { name: 'step', message: { ...genuine, url: genuine.url.replace('digits', 'paid') } },
    { name: 'number, signed', message: message({ ...form, To: '+33899999999' }) },
    { name: 'account, signed', message: message({ ...form, AccountSid: 'AC-other' }) },
    { name: 'digit, signed', message: message({ ...form, Digits: `${keyedDigitsOf(code).slice(0, -1)}x` }) },
  ],
  signing: {
    secret,
    sign: (key) => message(form, { key }),
    unsigned: [
      { name: 'missing', message: { ...genuine, headers: unsigned } },
      { name: 'empty', message: { ...genuine, headers: { ...unsigned, 'x-twilio-signature': '' } } },
      {
        name: 'of SHA-256',
        message: {
          ...genuine,
          headers: { ...unsigned, 'x-twilio-signature': createHmac('sha256', secret).update('x').digest('base64') },
        },
      },
    ],
    flipped: flipBody(genuine),
    reordered: message(Object.fromEntries(Object.entries(form).reverse())),
  },
  unusable: [
    { settings: { secret: '' }, says: /secret/ },
    { settings: { secret: '12345' }, says: /public examples/ },
    { settings: { secret: 'a-short-token' }, says: /20 characters/ },
    { settings: { numbers: 'many' }, says: /numbers/ },
    { settings: { numbers: '0899000150=0' }, says: /price/ },
    { settings: { way: 'sung' }, says: /way/ },
  ],
  replies: everyOutcome.map((outcome) => ({
    decision: { outcome, text: 'never sent' },
    status: 200,
    headers: xml,
    body: `<?xml version="1.0" encoding="UTF-8"?><Response><Say language="fr-FR">${
      outcome === 'settled'
        ? 'C’est fait : le contact est sur votre page. Au revoir.'
        : outcome === 'already_settled'
          ? 'Ces chiffres ont déjà compté : l’accès est ouvert. Au revoir.'
          : 'Ce paiement n’a pas pu être rattaché : la somme est conservée pour vous. Au revoir.'
    }</Say><Hangup/></Response>`,
  })),
  charge: chargeRequest(account, {
    pricePoint: { id: 'FR-150', country: 'FR', currency: 'EUR', minor: 150, number: '0899000150' },
    payerCode: code,
  }),
})

describe('signatures', () => {
  test.each(samplesOf('voice'))('known answer: $name', ({ url = '', params = {}, secret: token = '', header = {} }) => {
    const parameters = new Map(Object.entries(params).map(([name, value]) => [name, String(value)]))
    const signature = header['X-Twilio-Signature'] ?? ''
    expect(voiceSignature(url, parameters, token)).toBe(signature)
    expect(isSignedByCarrier({ url, parameters, signature }, [token])).toBe(true)
  })

  test('the standard port may have been counted in', () => {
    const parameters = new Map([['a', 'b']])
    const signature = voiceSignature('https://annonces.example:443/cb?x=1', parameters, secret)
    expect(isSignedByCarrier({ url: 'https://annonces.example/cb?x=1', parameters, signature }, [secret])).toBe(true)
    const other = voiceSignature('https://annonces.example:8443/cb?x=1', parameters, secret)
    expect(isSignedByCarrier({ url: 'https://annonces.example/cb?x=1', parameters, signature: other }, [secret])).toBe(
      false,
    )
  })
})

describe('what the voice says', () => {
  const { Digits: _digits, ...ringing } = form
  const spoken = { way: 'spoken' }

  test('first the price and that hanging up is free, then a tone, then on to what is billed', () => {
    const { body } = said(ringing, '')
    expect(body).toMatch(
      /^<\?xml.*<Say language="fr-FR">Ce service coûte 1,50 € par appel.*<Play digits="w1"\/><Redirect/,
    )
    expect(body.indexOf('raccrocher avant')).toBeLessThan(body.indexOf('<Play'))
    expect(body).toContain(`${account.callbackUrl}?step=paid&amp;at=${now / minute}</Redirect>`)
    expect(body).not.toMatch(/\d( \d){9}/)
  })

  test('the price of the number that was dialled', () => {
    expect(said({ ...ringing, To: '0899000300' }, '').body).toContain('3,00 €')
    expect(said(ringing, '', { language: 'en' }).body).toContain('This service costs €1.50 a call')
  })

  test('then the same code for the same call, twice', () => {
    const query = `?step=paid&at=${now / minute}`
    const { body } = said(ringing, query, spoken)
    const codes = [...body.matchAll(/>((?:\d )+\d)</g)].map(([, digits = '']) => digits.replaceAll(' ', ''))
    expect(codes).toHaveLength(2)
    expect(new Set(codes).size).toBe(1)
    expect(said(ringing, query, spoken).body).toBe(body)
    expect(said({ ...ringing, CallSid: 'CA-other' }, query, spoken).body).not.toBe(body)
  })

  test('a call that was answered long ago, or never, is given no code', () => {
    for (const at of [now / minute - 31, now / minute + 1, 'x', '']) {
      expect(read(ringing, `?step=paid&at=${at}`, spoken).kind).toBe('refused')
    }
  })

  test('where time is billed, the caller is held until the call has cost its price', () => {
    const perMinute = { ...spoken, perMinuteMinor: '80' }
    const { body } = said(ringing, `?step=paid&at=${now / minute}`, perMinute)
    expect(body).toContain('<Pause length="113"/>')
    expect(body).toContain('held=1')
    expect(body).not.toMatch(/\d( \d){9}/)
    expect(said(ringing, `?step=paid&at=${now / minute}&held=1`, perMinute).body).toMatch(/\d( \d){9}/)
    expect(said(ringing, '', perMinute).body).toContain('0,80 € par minute')
  })

  test('where time is billed, digits are asked for only once the call has cost its price', () => {
    const perMinute = { perMinuteMinor: '80' }
    const { body } = said(ringing, `?step=paid&at=${now / minute}`, perMinute)
    expect(body).toContain('<Pause length="113"/>')
    expect(body).not.toContain('<Gather')
    expect(said(ringing, `?step=paid&at=${now / minute}&held=1`, perMinute).body).toContain('<Gather')
  })

  test('digits that do not add up are asked for again, three times at most', () => {
    const wrong = { ...form, Digits: '111111111111' }
    expect(said(wrong, '?step=digits&try=1').body).toContain('ne correspondent pas')
    expect(said(wrong, '?step=digits&try=3').body).toContain('<Hangup/>')
    expect(believed(read(wrong)).observations).toEqual([])
    expect(said(ringing, '?step=digits&try=1&none=1').body).toContain('<Gather')
  })

  test('a withheld number is no telephone', () => {
    expect(believed(read({ ...form, From: 'anonymous' })).observations[0]).not.toHaveProperty('payerAlias')
  })

  test('the end of a call is noted without a word', () => {
    expect(said({ ...ringing, CallStatus: 'completed', CallDuration: '41' }, '?step=status')).toEqual({
      status: 204,
      headers: {},
      body: '',
    })
  })

  test('GET is refused', () => {
    expect(readingOf({ provider, account }, { ...genuine, method: 'GET' }).kind).toBe('refused')
  })
})

describe('codes of a call', () => {
  const numbers = [
    { number: '0899000150', minor: 150 },
    { number: '0899000300', minor: 300 },
  ]
  const [, second = numbers[0]] = numbers
  const spokenBy = (callId: string, at = now) =>
    spokenCode({ callId, number: second ?? { number: '', minor: 0 }, minute: Math.floor(at / minute) }, secret)
  const known = { numbers, secrets: [secret], now }

  test('a code tells the number that spoke it', () => {
    expect(readSpokenCode(spokenBy('CA1'), known)).toMatchObject({ kind: 'valid', number: { minor: 300 } })
  })

  test('a code is valid for fifteen minutes, known as old for an hour, and then nobody’s', () => {
    const at = (age: number) => readSpokenCode(spokenBy('CA1', now - age * minute), known)?.kind
    expect([at(0), at(15), at(16), at(60), at(61)]).toEqual(['valid', 'valid', 'old', 'old', undefined])
  })

  test('a code of another secret, number or price is no code, and a guess is not either', () => {
    const of = (changes: Partial<typeof known>) => readSpokenCode(spokenBy('CA1'), { ...known, ...changes })
    expect(of({ secrets: ['another-secret-altogether'] })).toBeUndefined()
    expect(of({ numbers: [{ number: '0899000150', minor: 150 }] })).toBeUndefined()
    expect(of({ numbers: [{ number: '0899000300', minor: 150 }] })).toBeUndefined()
    expect(of({ secrets: ['new', secret] })).toBeDefined()
    let guessed = 0
    for (let value = 0; value < 500; value += 1) {
      if (readSpokenCode(String(value * 18_014_398_509_481).padStart(16, '0'), known)) guessed += 1
    }
    expect(guessed).toBeLessThanOrEqual(1)
  })

  test('of many calls to one number within a minute no two speak the same code', () => {
    const calls = Array.from({ length: 2000 }, (_, at) => spokenBy(`CA${at}`))
    expect(calls.filter((code) => !/^\d{16}$/.test(code))).toEqual([])
    expect(new Set(calls).size).toBe(2000)
    expect(readSpokenCode(calls.at(-1) ?? '', known)).toMatchObject({ kind: 'valid' })
  })

  test('a code is redeemed for the price of its call, once for ever', async () => {
    const spoken = { ...account, settings: { ...account.settings, way: 'spoken' } }
    const ask = { account: spoken, reference: 'dial:c', correlator: 'c', amount: eur(150), now }
    const paid = await provider.redeemCode?.({ ...ask, code: spokenBy('CA9') })
    expect(paid).toMatchObject({ state: 'paid', amount: eur(300), correlator: 'c' })
    const again = await provider.redeemCode?.({ ...ask, correlator: 'd', code: spokenBy('CA9'), now: now + minute })
    expect(again?.eventId).toBe(paid?.eventId)
    const old = await provider.redeemCode?.({ ...ask, code: spokenBy('CA9'), now: now + 20 * minute })
    expect(old).toMatchObject({ state: 'awaiting_payer', failure: 'expired' })
    const wrong = await provider.redeemCode?.({ ...ask, code: '12345678' })
    expect(wrong).toMatchObject({ state: 'awaiting_payer', failure: 'invalid_code' })
  })

  test('keyed digits stand for one code each, and one wrong digit is noticed', () => {
    for (let tries = 0; tries < 200; tries += 1) {
      const payerCode = newPayerCode()
      const digits = keyedDigitsOf(payerCode)
      expect(payerCodeOfKeyed(digits)).toBe(payerCode)
      const at = tries % 12
      const other = String((Number(digits[at]) + 1) % 10)
      expect(payerCodeOfKeyed(digits.slice(0, at) + other + digits.slice(at + 1))).toBeUndefined()
    }
  })
})
