import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import { readAllopassAnswer } from '../../lib/providers/adapters/allopass/allopass-answer.ts'
import { allopassBodySignature, allopassSignature } from '../../lib/providers/adapters/allopass/allopass-signature.ts'
import type { AccountContext, CallbackMessage } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { callbackMessage, chargeRequest, now } from '../support/provider-messages.ts'
import { samplesOf } from './fixtures.ts'
import { believed, flipQuery, readingOf, runProviderContract, sameReply } from './run-provider-contract.ts'

const provider = providerOf('allopass')
const secret = '41bd90e2c7a85f3306d1be97a2c4f58e6d07'
const company = await startAnsweringServer()
afterAll(() => company.close())

const account: AccountContext = {
  accountId: 'account-1',
  mode: 'live',
  settings: {
    baseUrl: `${company.origin}/rest`,
    siteId: '123456',
    productId: '654321',
    apiKey: 'f2a0c4d6e81b3579',
    secret,
  },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}

type Fields = Readonly<Record<string, string>>
const told: Fields = {
  transaction_id: '3f5506ac-5345-45e4-babb-96570aafdf6a',
  merchant_transaction_id: 'correlator-1',
  status: '0',
  amount: '3',
  currency: 'EUR',
  payout_amount: '1.8',
  payout_currency: 'EUR',
}

function sign(fields: Fields, key: string): Fields {
  const text = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join('')
  return {
    ...fields,
    api_sig: createHash('sha1')
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

const signed = sign(told, secret)
const genuine = message(signed)
const { api_sig: _sig, ...unsigned } = signed
const sampleXml = samplesOf('allopass').find(({ name }) => name === 'response body signature')?.body ?? ''
const xml = sampleXml.replace('intent_01J9', 'correlator-1').replaceAll('amount="3"', 'amount="1.50"')

/** Answers with this XML, signed as the company signs. */
function answerWith(body: string, key = secret): void {
  company.answer({
    headers: {
      'content-type': 'text/xml',
      'x-allopass-response-signature': createHash('sha1')
        .update(body + key)
        .digest('hex'),
    },
    body,
  })
}

const pricePoint = { id: 'FR-150', country: 'FR', currency: 'EUR', minor: 150, number: '0899020150' } as const

runProviderContract({
  provider,
  account,
  trust: 'hint',
  genuine,
  paid: {
    eventId: `allopass:${told['transaction_id']}:0`,
    reference: told['transaction_id'],
    correlator: 'correlator-1',
    at: now,
  },
  mutations: [
    ...Object.keys(told).map((name) => ({
      name: `${name}, signature left alone`,
      message: message({ ...signed, [name]: 'x' }),
    })),
    { name: 'set of fields, one more', message: message({ ...signed, amount_paid: '3' }) },
    { name: 'transaction, signed and empty', message: message(sign({ ...told, transaction_id: '' }, secret)) },
    { name: 'transaction, signed and no id', message: message(sign({ ...told, transaction_id: '../x' }, secret)) },
  ],
  signing: {
    secret,
    sign: (key) => message(sign(told, key)),
    unsigned: [
      { name: 'missing', message: message(unsigned) },
      { name: 'empty', message: message({ ...unsigned, api_sig: '' }) },
      {
        name: 'made with MD5 where SHA-1 is agreed',
        message: message({
          ...unsigned,
          api_sig: allopassSignature(unsigned as Fields, { secret, hash: 'md5' }),
        }),
      },
    ],
    flipped: flipQuery(genuine),
    reordered: message(Object.fromEntries(Object.entries(signed).reverse())),
  },
  fetched: {
    reference: 'transaction-1',
    statuses: (
      [
        ['-1', 'pending'],
        ['1', 'failed'],
        ['2', 'expired'],
        ['3', 'cancelled'],
        ['4', 'failed'],
        ['0', 'paid'],
      ] as const
    ).map(([status, state]) => ({
      status,
      state,
      arrange: () => answerWith(xml.replace('<status>0</status>', `<status>${status}</status>`)),
    })),
  },
  unusable: [
    { settings: { secret: '' }, says: /secret/ },
    { settings: { secret: 'demo-private-key' }, says: /public examples/ },
    { settings: { secret: 'too-short' }, says: /16 characters/ },
    { settings: { siteId: 'x' }, says: /siteId/ },
    { settings: { hash: 'crc32' }, says: /hash/ },
  ],
  replies: sameReply(200, 'OK'),
  charge: chargeRequest(account, { pricePoint }),
})

describe('samples', () => {
  test.each(samplesOf('allopass'))('$name', ({ params, body, secret: key = '', sig, header = {} }) => {
    const made = { secret: key, hash: 'sha1' } as const
    if (params) expect(allopassSignature(params, made)).toBe(sig)
    else expect(allopassBodySignature(body ?? '', made)).toBe(header['X-Allopass-Response-Signature'])
  })

  test('the sample answer is read, payout included', () => {
    expect(readAllopassAnswer(sampleXml)).toEqual({
      status: '0',
      transactionId: '3f5506ac-5345-45e4-babb-96570aafdf6a',
      paid: eur(300),
      payoutMinor: 180,
      correlator: 'intent_01J9',
    })
  })

  test('a payout is counted in whole cents that will arrive', () => {
    expect(readAllopassAnswer(sampleXml.replace('amount="1.8"', 'amount="1.7999"')).payoutMinor).toBe(179)
  })

  test('a payout in another currency than the price is not booked as if it were in the same', () => {
    const abroad = sampleXml.replace(/(<payout currency=")EUR/, '$1GBP')
    expect(abroad).not.toBe(sampleXml)
    expect(readAllopassAnswer(abroad)).toMatchObject({ paid: eur(300), payoutMinor: undefined })
  })

  test('documents with types or entities of their own are not read', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "b">]>${sampleXml}`
    expect(() => readAllopassAnswer(bomb)).toThrow(/not understood/)
    expect(() => readAllopassAnswer('<response code="0">')).toThrow(/not understood/)
  })
})

describe('giving the company a code', () => {
  const ask = { account, reference: 'dial:c', correlator: 'correlator-1', code: '9M7QU457', amount: eur(150), now }

  test('asks signed, and takes what was paid and what will be paid out', async () => {
    answerWith(xml)
    expect(await provider.redeemCode?.(ask)).toMatchObject({
      state: 'paid',
      amount: eur(150),
      payoutMinor: 180,
      correlator: 'correlator-1',
      reference: told['transaction_id'],
    })
    const { method, url, body } = company.heard.at(-1) ?? { method: '', url: '', body: '' }
    expect([method, url]).toEqual(['POST', '/rest/onetime/validate-codes'])
    const sent = new URLSearchParams(body)
    expect(sent.get('code[]')).toBe('9M7QU457')
    const { api_sig, 'code[]': code, ...rest } = Object.fromEntries(sent)
    expect(api_sig).toBe(allopassSignature({ ...rest, code: [code ?? ''] }, { secret, hash: 'sha1' }))
    expect(body).not.toContain(secret)
  })

  test('the same transaction is the same event, so a code counts once', async () => {
    answerWith(xml)
    const first = await provider.redeemCode?.(ask)
    expect((await provider.redeemCode?.({ ...ask, now: now + 60_000 }))?.eventId).toBe(first?.eventId)
  })

  test('a code the company refuses may be followed by another', async () => {
    answerWith(xml.replace('<status>0</status>', '<status>1</status>'))
    expect(await provider.redeemCode?.(ask)).toMatchObject({ state: 'awaiting_payer', failure: 'invalid_code' })
  })

  test('what is no code is not even asked about', async () => {
    const before = company.heard.length
    for (const code of ['', 'abc', 'a'.repeat(17), 'ab cd', '<x>12345']) {
      expect(await provider.redeemCode?.({ ...ask, code })).toMatchObject({ failure: 'invalid_code' })
    }
    expect(company.heard).toHaveLength(before)
  })

  test.each([
    ['unsigned', () => company.answer({ body: xml })],
    ['signed by somebody else', () => answerWith(xml, 'another-private-key-0123456789')],
    ['an error of the interface', () => answerWith(xml.replace('code="0"', 'code="11"'))],
    ['about another charge', () => answerWith(xml.replace('correlator-1', 'correlator-2'))],
    ['without what was paid', () => answerWith(xml.replace(/<(price|paid)[^>]*>/g, ''))],
    ['in a currency we do not keep', () => answerWith(xml.replaceAll('EUR', 'SEK'))],
    ['no XML', () => answerWith('OK')],
    ['elsewhere', () => company.answer({ status: 302, headers: { location: 'https://other.example/' } })],
  ])('an answer that is %s is no payment', async (_name, arrange) => {
    arrange()
    const failed = await provider.redeemCode?.(ask).catch((error: unknown) => String(error))
    expect(failed).toMatch(/^ProviderSilent/)
    expect(failed).not.toContain(secret)
  })

  test('while the key is changed, answers signed with the old one count too', async () => {
    const during = { ...account, settings: { ...account.settings, secret: `${secret}9`, previousSecret: secret } }
    answerWith(xml)
    expect(await provider.redeemCode?.({ ...ask, account: during })).toMatchObject({ state: 'paid' })
  })

  test('a charge that was never redeemed is asked about by our own correlator', async () => {
    answerWith(xml)
    await provider.fetchCharge?.({ account, reference: 'dial:correlator-1', correlator: 'correlator-1', now })
    expect(company.heard.at(-1)?.url).toMatch(/^\/rest\/transaction\/merchant\/correlator-1\?/)
    await provider.fetchCharge?.({ account, reference: 'transaction-1', correlator: 'correlator-1', now })
    expect(company.heard.at(-1)?.url).toMatch(/^\/rest\/transaction\/transaction-1\?/)
  })

  test('without a number of the price list nothing is opened', async () => {
    const request = { ...ask, pricePoint: undefined, country: 'FR', locale: 'fr', payerCode: 'x', description: 'x' }
    const opening = await provider.openCharge({ ...request, returnUrl: 'https://x.example', msisdn: undefined })
    expect(opening).toMatchObject({ kind: 'refused' })
  })

  test('a notification that names no status we know is still asked about', () => {
    const reading = believed(readingOf({ provider, account }, message(sign({ ...told, status: '9' }, secret))))
    expect(reading.observations[0]).toMatchObject({ state: 'pending', reference: told['transaction_id'] })
  })
})
