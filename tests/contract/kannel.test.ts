import { describe, expect, test } from 'vitest'
import { newPayerCode } from '../../lib/ids/ids.ts'
import { eur } from '../../lib/money/money.ts'
import type { AccountContext, CallbackMessage } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import { callbackMessage, chargeRequest, now } from '../support/provider-messages.ts'
import { believed, readingOf, runProviderContract } from './run-provider-contract.ts'

const provider = providerOf('kannel')
const code = newPayerCode()
const plain = 'text/plain; charset=utf-8'

const account: AccountContext = {
  accountId: 'account-1',
  mode: 'live',
  settings: {
    sendsmsUrl: 'http://127.0.0.1:13013/cgi-bin/sendsms',
    username: 'app',
    password: 'sendsms-password',
    shortCode: '81234',
    keyword: 'VOIR',
    billing: 'mo',
    priceMinor: '150',
    currency: 'EUR',
  },
  callbackUrl: 'https://annonces.example/api/callbacks/account-1/token',
}
const billedByAnswer: AccountContext = {
  ...account,
  settings: { ...account.settings, billing: 'mt', premiumBinfo: 'P150', freeBinfo: 'FREE' },
}

const sent = {
  kind: 'mo',
  from: '+33639980010',
  to: '81234',
  ts: String(now / 1000),
  id: '5aba9654-0d0f-4c6c-9f0e-2d9ed3c2a1b0',
  smsc: 'FAKE',
  kw: 'voir',
  text: `VOIR ${code}`,
  coding: '0',
  charset: 'UTF-8',
}

function message(query: Readonly<Record<string, string>>, changed: Partial<CallbackMessage> = {}): CallbackMessage {
  return callbackMessage({
    method: 'GET',
    url: `/api/callbacks/account-1/token?${new URLSearchParams(query)}`,
    headers: { 'user-agent': 'Kannel/1.4.5' },
    ...changed,
  })
}

const genuine = message(sent)
const read = (query: Readonly<Record<string, string>>, settings: Readonly<Record<string, string>> = {}) =>
  readingOf({ provider, account: { ...account, settings: { ...account.settings, ...settings } } }, message(query))

runProviderContract({
  provider,
  account,
  genuine,
  paid: {
    eventId: `mo:FAKE:${sent.id}`,
    reference: `mo:FAKE:${sent.id}`,
    payerCode: code,
    amount: eur(150),
    payerAlias: '+33639980010',
    at: now,
  },
  mutations: [
    ...Object.keys(sent).map((name) => ({ name: `${name}, left out`, message: message(without(sent, name)) })),
    { name: 'receiver', message: message({ ...sent, to: '71234' }) },
    { name: 'sender', message: message({ ...sent, from: '+33639980011' }) },
    { name: 'kind', message: message({ ...sent, kind: 'xx' }) },
    { name: 'price', message: message({ ...sent, price: '1', priceMinor: '1', amount: '0.01' }) },
    ...[...code].map((symbol, at) => ({
      name: `symbol ${at + 1} of the code`,
      message: message({
        ...sent,
        text: `VOIR ${code.slice(0, at)}${symbol === '7' ? '8' : '7'}${code.slice(at + 1)}`,
      }),
    })),
  ],
  unusable: [
    { settings: { billing: 'mt' }, says: /freeBinfo/ },
    { settings: { billing: 'both' }, says: /billing/ },
    { settings: { priceMinor: '1.5' }, says: /priceMinor/ },
    { settings: { shortCode: '' }, says: /shortCode/ },
    { settings: { callbackUser: 'kannel' }, says: /callbackPassword/ },
    { settings: { sendsmsUrl: 'ftp://x' }, says: /sendsmsUrl/ },
  ],
  replies: [
    {
      decision: { outcome: 'settled', text: 'Acces ouvert.' },
      status: 200,
      headers: { 'content-type': plain },
      body: 'Acces ouvert.',
    },
    { decision: { outcome: 'ignored', text: undefined }, status: 200, headers: { 'content-type': plain }, body: '' },
    {
      decision: { outcome: 'pending', text: 'Attendez.' },
      status: 200,
      headers: { 'content-type': plain },
      body: 'Attendez.',
    },
  ],
  charge: chargeRequest(account, { payerCode: code }),
})

function without(query: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([key]) => key !== name))
}

describe('a text the payer’s operator has billed', () => {
  test('names its event by smsc and message, so a repeat is the same and another link’s message is not', () => {
    const idOf = (query: Readonly<Record<string, string>>) => believed(read(query)).observations[0]?.eventId
    expect(idOf(sent)).toBe(idOf({ ...sent, ts: '1780480999' }))
    expect(idOf(sent)).not.toBe(idOf({ ...sent, id: 'another' }))
    expect(idOf(sent)).not.toBe(idOf({ ...sent, smsc: 'OTHER' }))
  })

  test('without a code is money that matches nothing, with the words kept', () => {
    const reading = believed(read({ ...sent, text: 'bonjour je veux le numero' }))
    expect(reading.unreadText).toBe('bonjour je veux le numero')
    expect(reading.observations).toMatchObject([{ state: 'paid', amount: eur(150), payerAlias: '+33639980010' }])
    expect(reading.observations[0]?.payerCode).toBeUndefined()
    expect(reading.observations[0]?.reference).toBeUndefined()
  })

  test.each(['STOP', ' stop ', 'Arrêt', `STOP ${code}`])('%s is a command and no money', (text) => {
    const reading = believed(read({ ...sent, text }))
    expect(reading.command).toEqual({ word: 'stop', payerAlias: sent.from, eventId: `mo:FAKE:${sent.id}` })
    expect(reading.observations).toEqual([])
  })

  test.each(['CONTACT', 'aide', 'Help', 'info'])('%s asks who we are', (text) => {
    expect(believed(read({ ...sent, text })).command?.word).toBe('contact')
  })

  test('a sender whose plus sign was not encoded is the same telephone', () => {
    const url = genuine.url.replace('%2B', '+')
    expect(believed(readingOf({ provider, account }, { ...genuine, url })).observations[0]?.payerAlias).toBe(sent.from)
  })

  test('a text that came in UCS-2 or Latin-1 is read', () => {
    const utf16 = Buffer.from(`voir ${code} \u00e9`, 'utf16le').swap16()
    const encoded = [...utf16].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
    const { text: _text, ...rest } = { ...sent, charset: 'UTF-16BE', coding: '2' }
    const url = `/x?${new URLSearchParams(rest)}&text=${encoded}`
    expect(believed(readingOf({ provider, account }, { ...genuine, url })).observations[0]?.payerCode).toBe(code)
  })

  test('delivery reports of our answers are no money', () => {
    const report = { kind: 'dlr', code, message: 'a'.repeat(32), status: '1' }
    expect(believed(read(report)).observations).toEqual([])
  })
})

describe('an answer that is billed', () => {
  const readMt = (query: Readonly<Record<string, string>>) =>
    believed(readingOf({ provider, account: billedByAnswer }, message(query)))

  test('the payer’s text makes the charge pending and the answer asks for its report', () => {
    const reading = readMt(sent)
    expect(reading.observations).toMatchObject([{ state: 'pending', payerCode: code, amount: undefined }])
    const reply = reading.reply([{ outcome: 'pending', text: 'Accès en cours.' }])
    expect(reply.headers).toMatchObject({ 'x-kannel-dlr-mask': '31', 'x-kannel-binfo': 'P150' })
    expect(reply.headers['x-kannel-dlr-url']).toMatch(/\?kind=dlr&code=\w{8}&message=[0-9a-f]{32}&status=%d&ts=%T$/)
    expect(reply.headers['x-kannel-dlr-url']?.replace(/%[dT]/g, '')).not.toContain('%')
  })

  test('only a pending charge is billed: every other answer goes out at the free tariff', () => {
    for (const outcome of ['settled', 'already_settled', 'unknown', 'failed', 'ignored'] as const) {
      const reply = readMt(sent).reply([{ outcome, text: 'x' }])
      expect(reply.headers).toEqual({ 'content-type': plain, 'x-kannel-binfo': 'FREE' })
    }
    expect(readMt({ ...sent, text: 'STOP' }).reply([{ outcome: 'pending', text: 'x' }]).headers).not.toHaveProperty(
      'x-kannel-dlr-url',
    )
  })

  test.each([
    ['1', 'paid', eur(150)],
    ['2', 'failed', undefined],
    ['16', 'failed', undefined],
    ['4', 'pending', undefined],
    ['8', 'pending', undefined],
  ])('report %s is %s', (status, state, amount) => {
    const address = readMt(sent).reply([{ outcome: 'pending', text: 'x' }]).headers['x-kannel-dlr-url'] ?? ''
    const url = address.replace('%d', status).replace('%T', '1780480900')
    const reading = believed(readingOf({ provider, account: billedByAnswer }, message({}, { url })))
    expect(reading.observations).toMatchObject([{ state, payerCode: code, at: 1780480900000 }])
    expect(reading.observations[0]?.amount).toEqual(amount)
    expect(reading.reply([])).toEqual({ status: 200, headers: { 'content-type': plain }, body: '' })
  })

  test('two texts for one code are two billed answers, with different events', () => {
    const eventOf = (id: string) => {
      const address =
        readMt({ ...sent, id }).reply([{ outcome: 'pending', text: 'x' }]).headers['x-kannel-dlr-url'] ?? ''
      return believed(
        readingOf({ provider, account: billedByAnswer }, message({}, { url: address.replace('%d', '1') })),
      ).observations[0]?.eventId
    }
    expect(eventOf('first')).not.toBe(eventOf('second'))
    expect(eventOf('first')).toBe(eventOf('first'))
  })

  test('a text without a code is neither money nor billed', () => {
    const reading = readMt({ ...sent, text: 'bonjour' })
    expect(reading.observations).toEqual([])
    expect(reading.unreadText).toBe('bonjour')
    expect(reading.reply([{ outcome: 'unknown', text: 'Code inconnu.' }]).headers['x-kannel-binfo']).toBe('FREE')
  })

  test('a report that was made up for a code of ours is refused without our own mark', () => {
    for (const query of [
      { code, message: 'x', status: '1' },
      { code: 'AAAAAAAA', message: 'a'.repeat(32), status: '1' },
    ]) {
      const reading = readingOf({ provider, account: billedByAnswer }, message({ kind: 'dlr', ...query }))
      expect(reading).toMatchObject({ kind: 'refused', reply: { status: 400 } })
    }
  })
})

describe('who may call', () => {
  const statusWith = (settings: Readonly<Record<string, string>>, changed: Partial<CallbackMessage>) => {
    const reading = readingOf(
      { provider, account: { ...account, settings: { ...account.settings, ...settings } } },
      message(sent, changed),
    )
    return reading.kind === 'refused' ? reading.reply.status : 200
  }

  test.each([
    ['right', 'kannel:callback-password', 200],
    ['wrong', 'kannel:other', 403],
    ['empty', ':', 403],
  ])('with basic authentication, %s credentials', (_name, credentials, status) => {
    const settings = { callbackUser: 'kannel', callbackPassword: 'callback-password' }
    const headers = { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }
    expect(statusWith(settings, { headers })).toBe(status)
    expect(statusWith(settings, { headers: {} })).toBe(403)
  })

  test('another smsc than the one expected is refused', () => {
    expect(statusWith({ smsc: 'FAKE' }, {})).toBe(200)
    expect(statusWith({ smsc: 'ORANGE' }, {})).toBe(403)
  })

  test('POST is refused', () => {
    expect(statusWith({}, { method: 'POST' })).toBe(405)
  })
})
