import { createHmac } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import { dimocoDigest } from '../../lib/providers/adapters/dimoco/dimoco-digest.ts'
import { requestIdOf } from '../../lib/providers/adapters/dimoco/dimoco-result.ts'
import type { AccountContext, CallbackMessage } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { type Heard, startAnsweringServer } from '../support/answering-server.ts'
import { callbackMessage, chargeRequest, formContent, now } from '../support/provider-messages.ts'
import { samplesOf } from './fixtures.ts'
import { believed, flipBody, readingOf, runProviderContract, sameReply } from './run-provider-contract.ts'

const provider = providerOf('dimoco')
const secret = 'b7e2d90c41fa6835d2c0e97b14a6f385'
const company = await startAnsweringServer()
afterAll(() => company.close())

const account: AccountContext = {
  accountId: 'account-1',
  mode: 'live',
  settings: {
    baseUrl: `${company.origin}/smart/payment`,
    merchant: 'merchant-1',
    secret,
    serviceName: 'Petites annonces',
    currency: 'EUR',
  },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}

const samples = samplesOf('dimoco')
const order = 'correlator-1'
const data = (samples.find(({ name }) => name === 'callback billed')?.form?.['data'] ?? '')
  .replace('<order>42</order>', `<order>${order}</order>`)
  .replace(/<request_id>[^<]*/, `<request_id>${requestIdOf(order)}`)
  .replace('AT_SANDBOX', 'AT_A1')
  .replaceAll('0.99', '1.50')

function message(content: string, key = secret): CallbackMessage {
  const digest = createHmac('sha256', key).update(content).digest('hex')
  return form({ data: content, digest })
}

function form(fields: Readonly<Record<string, string>>): CallbackMessage {
  return callbackMessage({
    ...formContent(fields),
  })
}

const genuine = message(data)
const digest = createHmac('sha256', secret).update(data).digest('hex')
const read = (content: string) => readingOf({ provider, account }, message(content))

const charge = chargeRequest(account, { correlator: order, country: 'AT', msisdn: '+436763602302' })

/** What the company answers a request: redirect the payer, naming the request's own id. */
function redirecting({ body }: Heard) {
  const sent = new URLSearchParams(body)
  return {
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0"?><result version="2" sync="true"><action>start</action><action_result><status>3</status><code>0</code><redirect><url>https://pay.operator.example/x?a=1&amp;b=2</url></redirect></action_result><reference>ref-9</reference><request_id>${sent.get('request_id')}</request_id><payment_parameters><order>${sent.get('order')}</order></payment_parameters></result>`,
  }
}
company.answer(redirecting)

runProviderContract({
  provider,
  account,
  trust: 'signed',
  genuine,
  paid: { reference: 'tx-1', correlator: order, amount: eur(150), payerAlias: '436763602302', at: now },
  mutations: [
    ...['billed_amount', 'amount', 'currency', 'status', 'order', 'msisdn', 'id', 'operator'].map((name) => ({
      name: `${name}, digest left alone`,
      message: form({ data: data.replace(new RegExp(`<${name}>[^<]*`), `<${name}>9`), digest }),
    })),
    { name: 'order, signed', message: message(data.replace(`<order>${order}`, '<order>another')) },
    { name: 'request, signed', message: message(data.replace(requestIdOf(order), requestIdOf('another'))) },
    { name: 'action, signed', message: message(data.replace('<action>start', '<action>refund')) },
    { name: 'document, with entities of its own', message: message(`<!DOCTYPE r [<!ENTITY a "9">]>${data}`) },
    { name: 'data, missing', message: form({ digest }) },
  ],
  signing: {
    secret,
    sign: (key) => message(data, key),
    unsigned: [
      { name: 'missing', message: form({ data }) },
      { name: 'empty', message: form({ data, digest: '' }) },
      { name: 'in capitals', message: form({ data, digest: digest.toUpperCase() }) },
    ],
    // A flipped bit may leave the meaning of an escape alone: only what changes the decoded text counts.
    flipped: flipBody(genuine).filter((flipped) => decoded(flipped) !== decoded(genuine)),
    respelled: form({ data: data.replaceAll('><', '>\n<'), digest }),
    reordered: form({ digest, data }),
  },
  unusable: [
    { settings: { secret: '' }, says: /secret/ },
    { settings: { secret: 'pwd' }, says: /public examples/ },
    { settings: { secret: 'only-15-symbols' }, says: /16 characters/ },
    { settings: { serviceName: 'x'.repeat(51) }, says: /serviceName/ },
    { settings: { baseUrl: 'javascript:1' }, says: /baseUrl/ },
  ],
  replies: sameReply(200, 'OK'),
  charge,
})

function decoded({ body }: CallbackMessage): string {
  const fields = new URLSearchParams(Buffer.from(body).toString())
  return JSON.stringify([fields.get('data'), fields.get('digest')])
}

describe('samples', () => {
  test.each(samples.filter(({ params }) => params))('$provenance: $name', ({ params = {}, secret: key = '', sig }) => {
    expect(dimocoDigest(params as Record<string, string>, key)).toBe(sig)
  })

  test.each(samples.filter(({ form: fields }) => fields))(
    '$name',
    ({ form: fields = {}, secret: key = '', body = '' }) => {
      const settings = { ...account.settings, secret: key }
      const rehearsal = { ...account, mode: 'test', settings, isRehearsal: true } as const
      const reading = believed(readingOf({ provider, account: rehearsal }, { ...genuine, body: Buffer.from(body) }))
      const isBilled = fields['data']?.includes('<status>4</status>')
      expect(reading.observations).toMatchObject([
        isBilled ? { state: 'paid', amount: eur(99), isTest: true } : { state: 'failed', failure: 'declined' },
      ])
    },
  )
})

describe('what a result says', () => {
  const withStatus = (status: string) => data.replace('<status>0</status>', `<status>${status}</status>`)
  test.each([
    ['3', 'awaiting_payer'],
    ['5', 'pending'],
    ['9', 'failed'],
    ['1', 'failed'],
  ])('status %s is %s', (status, state) => {
    expect(believed(read(withStatus(status))).observations[0]).toMatchObject({ state, amount: undefined })
  })

  test('success without anything billed is not paid', () => {
    for (const other of ['0', '1', '3', '6']) {
      const content = data.replace('<status>4</status>', `<status>${other}</status>`)
      expect(believed(read(content)).observations[0]).toMatchObject({ state: 'pending', amount: undefined })
    }
    const nothing = data.replace('<billed_amount>1.50', '<billed_amount>0.00')
    expect(believed(read(nothing)).observations[0]?.state).toBe('pending')
  })

  test('what was billed is what all transactions billed, in one currency', () => {
    const one = /<transaction>.*<\/transaction>/.exec(data)?.[0] ?? ''
    const both = data.replace(one, one + one.replace('tx-1', 'tx-2').replace('>4<', '>5<'))
    expect(believed(read(both)).observations[0]?.amount).toEqual(eur(300))
    const mixed = data.replace(one, one + one.replace('EUR', 'GBP'))
    expect(believed(read(mixed)).observations[0]).toMatchObject({ state: 'pending' })
  })

  test('the payment is known by the transaction that was billed, which a refund then gives back', () => {
    const one = /<transaction>.*<\/transaction>/.exec(data)?.[0] ?? ''
    const retried = data.replace(one, one.replace('>4<', '>9<') + one.replace('tx-1', 'tx-2'))
    expect(believed(read(retried)).observations[0]).toMatchObject({ amount: eur(150), reference: 'tx-2' })
  })

  test('a sandbox operator is a test whatever the account is', () => {
    expect(believed(read(data.replace('AT_A1', 'AT_SANDBOX'))).observations[0]?.isTest).toBe(true)
  })

  test('a result about a refund moves no charge', () => {
    expect(believed(read(data.replace('<action>start', '<action>refund'))).observations).toEqual([])
  })
})

describe('asking DIMOCO', () => {
  test('the request is signed over its values, once for each charge', async () => {
    company.answer(redirecting)
    const opening = await provider.openCharge(charge)
    expect(opening).toEqual({ kind: 'redirect', reference: 'ref-9', url: 'https://pay.operator.example/x?a=1&b=2' })
    const { digest: given, ...fields } = Object.fromEntries(new URLSearchParams(company.heard.at(-1)?.body))
    expect(fields).toMatchObject({
      action: 'start',
      merchant: 'merchant-1',
      order,
      amount: '1.50',
      msisdn: '436763602302',
      url_callback: account.callbackUrl,
    })
    expect(given).toBe(dimocoDigest(fields, secret))
    expect(fields['request_id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test.each([
    [
      'about another request',
      (heard: Heard) => ({
        ...redirecting(heard),
        body: redirecting(heard).body.replace(/<request_id>[^<]*/, '<request_id>x'),
      }),
    ],
    [
      'about another order',
      (heard: Heard) => ({
        ...redirecting(heard),
        body: redirecting(heard).body.replace(`<order>${order}`, '<order>x'),
      }),
    ],
    ['no XML', () => ({ body: 'OK' })],
    ['an error', () => ({ status: 500, body: '' })],
    ['elsewhere', () => ({ status: 302, headers: { location: 'https://other.example/' } })],
  ])('an answer that is %s opens nothing', async (_name, answer) => {
    company.answer(answer)
    await expect(provider.openCharge(charge)).rejects.toThrow(/DIMOCO|did not answer/)
  })

  test('a refusal is told in our words', async () => {
    company.answer((heard) => ({
      ...redirecting(heard),
      body: redirecting(heard).body.replace('<status>3', '<status>9'),
    }))
    expect(await provider.openCharge(charge)).toEqual({ kind: 'refused', failure: 'declined' })
  })

  test('a redirect to anything but a page is not followed', async () => {
    company.answer((heard) => ({
      ...redirecting(heard),
      body: redirecting(heard).body.replace('https://pay', 'javascript:'),
    }))
    expect(await provider.openCharge(charge)).toMatchObject({
      kind: 'observed',
      observation: { state: 'awaiting_payer' },
    })
  })

  test('the whole is refunded once asked for, and a part never', async () => {
    company.answer((heard) => ({
      ...redirecting(heard),
      body: redirecting(heard).body.replace('<status>3', '<status>0'),
    }))
    const refund = { account, reference: 'tx-1', refundId: 'r-1', now }
    expect(await provider.refundCharge?.({ ...refund, amount: eur(150), paid: eur(150) })).toMatchObject({
      state: 'done',
    })
    expect(company.heard.at(-1)?.body).toContain('transaction=tx-1')
    const before = company.heard.length
    expect(await provider.refundCharge?.({ ...refund, amount: eur(50), paid: eur(150) })).toMatchObject({
      state: 'refused',
    })
    expect(await provider.refundCharge?.({ ...refund, amount: eur(50) })).toMatchObject({ state: 'refused' })
    expect(company.heard).toHaveLength(before)
  })

  test('the pages’ policy is told where payers go', () => {
    const settings = { ...account.settings, payerHosts: 'https://a.example, https://b.example' }
    expect(provider.payerHosts?.({ ...account, settings })).toEqual([
      company.origin,
      'https://a.example',
      'https://b.example',
    ])
  })
})
