import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyedHash } from '../../lib/config/keys.ts'
import { eur } from '../../lib/money/money.ts'
import { callbackToken } from '../../lib/providers/accounts.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { signature as companySignature } from '../contract/fake-company.ts'
import { paidEvent } from '../support/company-event.ts'
import { databaseDigest } from '../support/database-digest.ts'
import { type HttpSite, openHttpSite } from '../support/http-site.ts'
import { type Answer, newAddress } from '../support/site-process.ts'

let http: HttpSite
beforeAll(async () => {
  http = await openHttpSite()
}, 120_000)
afterAll(() => http.close(), 30_000)

const companySecret = () => keyedHash('provider-settings', 'demo company secret')
const door = (accountId: string, token = callbackToken(accountId)) => `/api/callbacks/${accountId}/${token}`

function signature(body: string, { secret = companySecret(), at = Date.now() } = {}): string {
  return companySignature(secret, Buffer.from(body), at)
}

async function openCharge(accountId: string): Promise<Charge> {
  const ad = await http.addAd(eur(300))
  const token = http.quote(ad, accountId)
  const nobody = { deviceHash: undefined, payerIds: [], memberId: undefined }
  await http.site.buy(nobody, token, { now: Date.now() })
  return http.site.chargeOf(token)
}

const post = (path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  http.server.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': newAddress(), ...headers },
    body,
  })

test('one callback a hundred times at once settles once, and every delivery is thanked', async () => {
  const charge = await openCharge('card-eur')
  const body = paidEvent(charge)
  const headers = { 'x-signature': signature(body) }
  const answers = await Promise.all(Array.from({ length: 100 }, () => post(door('card-eur'), body, headers)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]))
  expect(http.site.count('unlocks', `purchase_id = '${charge.purchaseId}'`)).toBe(1)
  expect(http.site.count('ledger_transactions', `source_id = '${charge.id}'`)).toBe(1)
  expect(http.site.count('callback_inbox', `charge_id = '${charge.id}'`)).toBe(1)
  await http.site.requireSoundBooks()
})

test('a text and the report of its bill a hundred times each settle once', async () => {
  const charge = await openCharge('sms-83000')
  const code = charge.payerCode ?? ''
  const text = `${door('sms-83000')}?kind=mo&id=4711&smsc=sim&from=%2B33639980001&to=83000&text=VOIR+${code}`
  const headers = () => ({ 'x-forwarded-for': newAddress() })
  const replies = await Promise.all(Array.from({ length: 100 }, () => http.server.ask(text, { headers: headers() })))
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  const reportUrl = replies.map((reply) => reply.headers['x-kannel-dlr-url']).find((url) => url !== undefined)
  const report = String(reportUrl)
    .replace(/^http:\/\/[^/]+/, '')
    .replace('%d', '1')
    .replace('%T', String(Math.floor(Date.now() / 1000)))
  const reports = await Promise.all(Array.from({ length: 100 }, () => http.server.ask(report, { headers: headers() })))
  expect(new Set(reports.map(({ status }) => status))).toEqual(new Set([200]))
  expect(http.site.count('unlocks', `purchase_id = '${charge.purchaseId}'`)).toBe(1)
  expect(http.site.count('ledger_transactions', `source_id = '${charge.id}'`)).toBe(1)
  await http.site.requireSoundBooks()
})

type Forgery = Readonly<{ path: string; method?: string; body: string; signed?: string }>

/** A true message with one thing wrong each time; none of them is what the company sent. */
function companyForgeries(accountId: string, charge: Charge): Forgery[] {
  const body = paidEvent(charge)
  const good = signature(body)
  const path = door(accountId)
  const flipped = Array.from({ length: 160 }, (_, at) => flipByte(body, (at * 7) % body.length, at))
  return [
    ...flipped.map((changed) => ({ path, body: changed, signed: good })),
    ...Array.from({ length: 64 }, (_, at) => ({ path, body, signed: flipByte(good, good.length - 1 - at, at) })),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((minutes) => [
      { path, body, signed: signature(body, { at: Date.now() - (5.1 + minutes) * 60_000 }) },
      { path, body, signed: signature(body, { at: Date.now() + (5.1 + minutes) * 60_000 }) },
    ]),
    ...['', 'secret', companySecret().slice(1), `${companySecret()} `, companySecret().toUpperCase()].map((secret) => ({
      path,
      body,
      signed: signature(body, { secret }),
    })),
    ...Array.from({ length: 40 }, (_, at) => ({
      path: door(accountId, flipByte(callbackToken(accountId), at, at)),
      body,
      signed: good,
    })),
    ...[
      '',
      '0',
      't=,v1=',
      good.replace('v1', 'v0'),
      good.toUpperCase(),
      `${good},v1=00`,
      `${good} `,
      good.slice(0, -1),
    ].map((signed) => ({ path, body, signed })),
    ...[
      { merchant: 'another' },
      { mode: 'live' },
      { amount: '3' },
      { amount: 300 },
      { amount: '-3.00' },
      { amount: '3e2' },
      { currency: 'XXX' },
      { status: 'done' },
    ].map((changes) => ({ path, body: paidEvent(charge, changes), signed: signature(paidEvent(charge, changes)) })),
    { path, body },
    { path, body, signed: good, method: 'PUT' },
    { path: door('nobody'), body, signed: good },
    { path: door(accountId, 'x'), body, signed: good },
  ]
}

function flipByte(text: string, at: number, seed: number): string {
  const bytes = Buffer.from(text, 'latin1')
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (seed % 4))
  const changed = bytes.toString('latin1').replace(/[^\x20-\x7e]/g, '~')
  return changed === text ? `${text.slice(0, at)}~${text.slice(at + 1)}` : changed
}

test.each(['card-eur', 'carrier', 'prepaid', 'call'])(
  'no forged message of %s is taken in, and nothing moves',
  async (accountId) => {
    const charge = await openCharge(accountId)
    const before = databaseDigest(http.dir, ['audit_log', 'audit'])
    const forgeries = companyForgeries(accountId, charge)
    expect(forgeries.length).toBeGreaterThanOrEqual(300)
    const statuses = new Map<number, number>()
    for (const { path, body, signed, method = 'POST' } of forgeries) {
      const headers = {
        'content-type': 'application/json',
        'x-forwarded-for': newAddress(),
        ...(signed === undefined ? {} : { 'x-signature': signed.trim() === signed ? signed : `${signed}.` }),
      }
      const { status } = await http.server.ask(encodeURI(path), { method, headers, body })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect([...statuses.keys()].filter((status) => status < 400 || status >= 500)).toEqual([])
    expect(databaseDigest(http.dir, ['audit_log', 'audit'])).toEqual(before)
    // The control: the same message, untouched, is believed.
    const body = paidEvent(charge)
    expect((await post(door(accountId), body, { 'x-signature': signature(body) })).status).toBe(204)
    expect(http.site.count('unlocks', `purchase_id = '${charge.purchaseId}'`)).toBe(1)
  },
)

test('no text that knows less than the whole address of the door is taken in', async () => {
  const charge = await openCharge('sms-83000')
  const before = databaseDigest(http.dir, ['audit_log', 'audit'])
  const token = callbackToken('sms-83000')
  const query = `kind=dlr&code=${charge.payerCode}&message=${'0'.repeat(32)}&status=1&ts=${Math.floor(Date.now() / 1000)}`
  const guesses = Array.from({ length: 300 }, (_, at) => {
    const place = at % token.length
    const other = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[(at * 5) % 26] ?? 'A'
    return token.slice(0, place) + (token[place] === other ? '_' : other) + token.slice(place + 1)
  })
  const statuses = new Set<number>()
  for (const guess of new Set([...guesses, token.slice(1), `${token}a`, callbackToken('sms-81234')])) {
    const { status } = await http.server.ask(`${door('sms-83000', guess)}?${query}`, {
      headers: { 'x-forwarded-for': newAddress() },
    })
    statuses.add(status)
  }
  expect([...statuses].filter((status) => status < 400 || status >= 500)).toEqual([])
  const known = door('sms-83000')
  for (const wrong of [
    `${known}?kind=mo&id=1&from=%2B33639980001&to=81234&text=VOIR+${charge.payerCode}`,
    `${known}?kind=other&code=1`,
    `${known}?kind=dlr&code=1`,
  ]) {
    const { status } = await http.server.ask(wrong, { headers: { 'x-forwarded-for': newAddress() } })
    expect(status).toBeGreaterThanOrEqual(400)
  }
  expect((await post(`${known}?${query}`, '{}')).status).toBe(405)
  expect(databaseDigest(http.dir, ['audit_log', 'audit'])).toEqual(before)
})
