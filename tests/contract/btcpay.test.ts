import { createHmac } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { eur } from '../../lib/money/money.ts'
import { isBtcpaySignature } from '../../lib/providers/adapters/btcpay/read-callback.ts'
import type { AccountContext, CallbackMessage } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { startAnsweringServer } from '../support/answering-server.ts'
import { playBtcpay } from '../support/btcpay-server.ts'
import { callbackMessage, chargeRequest, now } from '../support/provider-messages.ts'
import { samplesOf } from './fixtures.ts'
import { believed, flipBody, readingOf, runProviderContract, sameReply } from './run-provider-contract.ts'

const provider = providerOf('btcpay')
const secret = 'b7e2d90c41fa6835d2c0e97b14a6f385'
const company = await startAnsweringServer()
const server = playBtcpay('s1', company.origin)
beforeEach(() => company.answer(server.answer))
afterAll(() => company.close())

const account: AccountContext = {
  accountId: 'account-1',
  mode: 'live',
  settings: { baseUrl: company.origin, storeId: 's1', apiKey: '9d1f04c7aa3e52b8c6e0471fd2b39a6e', secret },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}
const correlator = 'correlator-1'
const [sample] = samplesOf('btcpay')
const body = (sample?.body ?? '').replace('"orderId"', `"correlator": "${correlator}",\n    "orderId"`)

function message(content: string, key = secret): CallbackMessage {
  return raw(content, `sha256=${createHmac('sha256', key).update(content).digest('hex')}`)
}

function raw(content: string, signature?: string): CallbackMessage {
  return callbackMessage({
    headers: { 'content-type': 'application/json', ...(signature === undefined ? {} : { 'btcpay-sig': signature }) },
    body: Buffer.from(content),
  })
}

const genuine = message(body)
const signature = genuine.headers['btcpay-sig'] ?? ''
const charge = chargeRequest(account, { correlator })

async function become(change: Readonly<Record<string, string>>): Promise<void> {
  await provider.openCharge(charge)
  const id = invoiceId()
  server.change(id, { paidAmount: '0.00', additionalStatus: 'None', ...change })
}
function invoiceId(): string {
  return server.invoices().find(({ metadata }) => metadata['correlator'] === correlator)?.id ?? ''
}
const ask = () => provider.fetchCharge?.({ account, reference: invoiceId(), correlator, now })

runProviderContract({
  provider,
  account,
  trust: 'hint',
  genuine,
  paid: { eventId: 'btcpay:d1', reference: 'inv1', correlator, amount: undefined, at: now },
  mutations: [
    ...['originalDeliveryId', 'type', 'storeId', 'invoiceId', 'correlator'].map((name) => ({
      name: `${name}, signature left alone`,
      message: raw(body.replace(new RegExp(`"${name}": "[^"]*"`), `"${name}": "x"`), signature),
    })),
    { name: 'store, signed', message: message(body.replace('"s1"', '"s2"')) },
    { name: 'invoice, signed and no id', message: message(body.replace('inv1', '../x')) },
    { name: 'delivery, signed and empty', message: message(body.replaceAll('"d1"', '""')) },
    { name: 'body, signed and no JSON', message: message('x') },
  ],
  signing: {
    secret,
    sign: (key) => message(body, key),
    unsigned: [
      { name: 'missing', message: raw(body) },
      { name: 'empty', message: raw(body, '') },
      { name: 'without its prefix', message: raw(body, signature.replace('sha256=', '')) },
      { name: 'of another scheme', message: raw(body, signature.replace('sha256', 'sha1')) },
    ],
    flipped: flipBody(genuine),
    respelled: raw(JSON.stringify(JSON.parse(body)), signature),
  },
  fetched: {
    reference: invoiceId,
    statuses: (
      [
        ['New', 'None', 'awaiting_payer'],
        ['Processing', 'None', 'pending'],
        ['Expired', 'None', 'expired'],
        ['Invalid', 'None', 'failed'],
        ['Settled', 'None', 'paid'],
      ] as const
    ).map(([status, additionalStatus, state]) => ({
      status: `${status}, ${additionalStatus}`,
      state,
      arrange: () => become({ status, additionalStatus }),
    })),
  },
  unusable: [
    { settings: { secret: '' }, says: /secret/ },
    { settings: { secret: 'HelloWorld' }, says: /public examples/ },
    { settings: { secret: 'too-short' }, says: /16 characters/ },
    { settings: { apiKey: 'short' }, says: /apiKey/ },
    { settings: { storeId: '../s1' }, says: /storeId/ },
    { settings: { baseUrl: 'http://btcpay.example' }, says: /https/ },
  ],
  replies: sameReply(200, 'OK'),
  charge,
})

test('the sample’s signature is what we make', () => {
  const header = sample?.header?.['BTCPay-Sig'] ?? ''
  expect(isBtcpaySignature(header, Buffer.from(sample?.body ?? ''), [sample?.secret ?? ''])).toBe(true)
})

test('events about anything but invoices move nothing', () => {
  const other = body.replace('InvoiceSettled', 'PayoutCreated')
  expect(believed(readingOf({ provider, account }, message(other))).observations).toEqual([])
})

describe('what arrived', () => {
  test.each([
    ['late', { status: 'Expired', additionalStatus: 'PaidLate', paidAmount: '1.50' }, 150],
    ['in part', { status: 'Expired', additionalStatus: 'PaidPartial', paidAmount: '0.709' }, 70],
    ['over', { status: 'Settled', additionalStatus: 'PaidOver', paidAmount: '2.00' }, 200],
    ['rounded by a rate', { status: 'Settled', paidAmount: '1.4999' }, 150],
    ['and was marked by hand', { status: 'Settled', additionalStatus: 'Marked', paidAmount: '0.20' }, 20],
  ])('%s is paid with what it is', async (_name, change, minor) => {
    await become(change)
    expect(await ask()).toMatchObject({ state: 'paid', amount: eur(minor) })
  })

  test.each([
    ['marked as settled without money', { status: 'Settled', additionalStatus: 'Marked' }, 'pending'],
    ['marked as invalid', { status: 'Invalid', additionalStatus: 'Marked', paidAmount: '1.50' }, 'failed'],
    ['expired with nothing', { status: 'Expired', additionalStatus: 'PaidPartial' }, 'expired'],
  ])('%s is no payment', async (_name, change, state) => {
    await become(change)
    expect(await ask()).toMatchObject({ state, amount: undefined })
  })

  test.each([
    ['another store', { storeId: 's2' }],
    ['another charge', { metadata: { correlator: 'x' } }],
    ['another shop of the store', { metadata: { orderId: correlator } }],
    ['another currency', { currency: 'USD' }],
  ])('an invoice of %s is no payment', async (_name, change) => {
    await become({ status: 'Settled', paidAmount: '1.50' })
    const id = invoiceId()
    const invoice = { ...server.invoices().find((known) => known.id === id), ...change }
    company.answer({ body: JSON.stringify(invoice) })
    await expect(provider.fetchCharge?.({ account, reference: id, correlator, now })).rejects.toThrow(/BTCPay/)
  })
})

describe('asking the server', () => {
  test('an invoice is a picture to scan, made once for one charge', async () => {
    const first = await provider.openCharge({ ...charge, correlator: 'correlator-2' })
    expect(first).toMatchObject({ kind: 'qr', payload: expect.stringMatching(/^lightning:lnbcrt15u1/) })
    const made = server.invoices().length
    expect(await provider.openCharge({ ...charge, correlator: 'correlator-2' })).toEqual(first)
    expect(server.invoices()).toHaveLength(made)
  })

  test('without a Lightning request the payer is sent to its page', async () => {
    company.answer((heard) =>
      heard.url.endsWith('/payment-methods') ? { status: 500, body: '' } : server.answer(heard),
    )
    expect(await provider.openCharge({ ...charge, correlator: 'correlator-3' })).toMatchObject({ kind: 'redirect' })
  })

  test('a page of another server is not one to send a payer to', async () => {
    company.answer((heard) => {
      const told = server.answer(heard)
      return { ...told, body: (told.body ?? '').replaceAll(company.origin, 'https://elsewhere.example') }
    })
    await expect(provider.openCharge({ ...charge, correlator: 'correlator-4' })).rejects.toThrow(/another invoice/)
  })

  test('a lost answer is found by our correlator, and a cancelled invoice takes no money', async () => {
    await provider.openCharge({ ...charge, correlator: 'correlator-5' })
    const asked = { account, reference: '', correlator: 'correlator-5', now }
    expect(await provider.fetchCharge?.(asked)).toMatchObject({ state: 'awaiting_payer' })
    expect(await provider.cancelCharge?.(asked)).toMatchObject({ state: 'failed' })
    await become({ status: 'Settled' })
    const paid = { account, reference: invoiceId(), correlator, now }
    expect(await provider.cancelCharge?.(paid)).toMatchObject({ state: 'paid' })
  })

  test('a key that may not make invoices closes the account', async () => {
    company.answer((heard) => (heard.method === 'POST' ? { status: 403, body: '' } : server.answer(heard)))
    await expect(provider.openCharge({ ...charge, correlator: 'correlator-6' })).rejects.toThrow(/apiKey/)
  })
})
