import { readdirSync } from 'node:fs'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { POST as changeLocale } from '../../app/api/v1/admin/locale/route.ts'
import { POST as move } from '../../app/api/v1/admin/providers/[id]/position/route.ts'
import { POST as changeState } from '../../app/api/v1/admin/providers/[id]/state/route.ts'
import { reader } from '../../db/client.ts'
import { listAuditByPrefix } from '../../lib/audit/audit-queries.ts'
import { findNotice } from '../../lib/moderation/notices-queries.ts'
import { reportAd } from '../../lib/moderation/report-ad.ts'
import { money } from '../../lib/money/money.ts'
import { findAccount, listAccounts } from '../../lib/providers/accounts-queries.ts'
import { signedIn } from '../support/staff.ts'
import { openTestSite, testContact, testNow } from '../support/test-site.ts'

let cookie: string | null = null
vi.mock('next/headers', () => ({ headers: async () => new Headers(cookie === null ? {} : { cookie }) }))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`)
  },
  notFound: () => {
    throw new Error('not found')
  },
}))

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  cookie = null
  site = await openTestSite()
})
afterEach(() => site.close())

const folder = new URL('../../app/admin/', import.meta.url)
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('page.tsx'))
type Page = (props: object) => Promise<ReactElement>

async function open(name: string, params: object = {}, searchParams: object = {}): Promise<string> {
  const { default: page } = (await import(new URL(name, folder).href)) as { default: Page }
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(searchParams) }
  return renderToStaticMarkup(await page(props))
}

const anyParams = { id: 'none', account: 'revenue:reveals', ref: 'ZZZZZZ', kind: 'page', key: 'none' }

async function sale() {
  const ad = await site.addAd({ price: money(300, 'EUR') })
  const buyer = await site.payer()
  const token = site.quote(ad, 'sms-83000')
  await site.buy(buyer, token)
  const charge = site.chargeOf(token)
  await site.deliver(charge, site.paid(charge))
  return { ad, charge }
}

/** What the pages of single things are opened with. */
async function examplesOf({ ad, charge }: Awaited<ReturnType<typeof sale>>): Promise<Record<string, object>> {
  const once = `once-${ad.ref}-of-this-test`
  const notice = {
    locale: 'fr',
    reason: 'fraud',
    explanation: 'La même moto est ailleurs à moitié prix.',
    once,
  } as const
  const told = { ...notice, ref: ad.ref, name: null, email: null, isInGoodFaith: true } as const
  const { ref } = await reportAd(told, { address: ad.ref, now: testNow })
  return {
    'purchases/[id]/page.tsx': { id: charge.purchaseId },
    'books/[account]/page.tsx': { account: 'revenue:reveals' },
    'ads/[ref]/page.tsx': { ref: ad.ref },
    'notices/[id]/page.tsx': { id: findNotice(ref)?.id },
    'users/[id]/page.tsx': { id: reader().$client.prepare('select id from members').pluck().get() },
  }
}

test('every page of the panel sends strangers to sign in and hides itself from members without a role', async () => {
  expect(pages.length).toBeGreaterThanOrEqual(7)
  for (const name of pages)
    await expect(open(name, anyParams)).rejects.toThrow(/^redirect \/fr\/connexion\?next=%2Fadmin/)
  cookie = await signedIn(null)
  for (const name of pages) await expect(open(name, anyParams)).rejects.toThrow(/^not found$/)
})

test('a role sees the pages its abilities open and no others', async () => {
  const money = /^(purchases|refunds|books|vouchers|providers)\//
  cookie = await signedIn('moderator')
  for (const name of pages.filter((one) => money.test(one) || one.startsWith('team') || one.startsWith('audit')))
    await expect(open(name, anyParams)).rejects.toThrow(/^not found$/)
  for (const name of ['page.tsx', 'moderation/page.tsx', 'notices/page.tsx', 'appeals/page.tsx', 'ads/page.tsx'])
    expect(await open(name)).toContain('<h1>')
  cookie = await signedIn('read_only')
  for (const name of ['moderation/page.tsx', 'users/page.tsx', 'team/page.tsx', 'audit/page.tsx', 'notices/page.tsx'])
    await expect(open(name, anyParams)).rejects.toThrow(/^not found$/)
})

test('every page opens for staff, in both languages, with and without purchases', async () => {
  for (const locale of ['fr', 'en'] as const) {
    cookie = await signedIn('owner', locale)
    const examples = await examplesOf(await sale())
    // Files of single things are looked at by the tests of those things.
    for (const name of pages.filter((one) => !one.includes('[') || one in examples)) {
      const html = await open(name, examples[name])
      expect(html).toContain('<h1>')
      expect(html).not.toMatch(/admin\.[a-z]+\.|MISSING/)
    }
  }
})

test('nothing in the panel tells a contact', async () => {
  cookie = await signedIn('owner')
  const examples = await examplesOf(await sale())
  const shown = pages.filter((one) => !one.includes('[') || one in examples)
  const everything = (await Promise.all(shown.map((name) => open(name, examples[name])))).join('\n')
  const digits = testContact.phone?.replace(/\D/g, '').slice(1) ?? ''
  expect(digits).toHaveLength(9)
  expect(everything.replace(/[ .]/g, '')).not.toContain(digits)
  expect(everything).not.toContain(testContact.email ?? 'marcel@')
})

function referenceOf(chargeId: string): string {
  return String(reader().$client.prepare('select provider_reference from charges where id = ?').pluck().get(chargeId))
}

test('a purchase is found by any part of what somebody reads out', async () => {
  cookie = await signedIn('read_only')
  const { ad, charge } = await sale()
  await sale()
  const find = (q: string) => open('purchases/page.tsx', {}, { q })
  const wanted = charge.purchaseId.slice(0, 10)
  for (const q of [
    charge.purchaseId.slice(4, 20),
    ad.ref.toLowerCase(),
    charge.payerCode ?? '',
    `${charge.payerCode?.slice(0, 4)} ${charge.payerCode?.slice(4)}`,
    charge.correlator.slice(3, 15),
    referenceOf(charge.id).slice(2, 20),
    'n° 1',
  ]) {
    const html = await find(q)
    expect(html, q).toContain(wanted)
    expect(html.match(/href="\/admin\/purchases\/[^"?]/g), q).toHaveLength(1)
  }
  expect(await find("' or 1=1 --")).not.toContain(wanted)
})

test('the filters of the list narrow it down', async () => {
  cookie = await signedIn('owner')
  await sale()
  const ad = await site.addAd()
  await site.buy(await site.payer(), site.quote(ad, 'sms-83000'))
  const count = async (query: object) =>
    (await open('purchases/page.tsx', {}, query)).match(/href="\/admin\/purchases\/[^"?]/g)?.length ?? 0

  expect(await count({})).toBe(2)
  expect(await count({ state: 'settled' })).toBe(1)
  expect(await count({ state: 'pending' })).toBe(1)
  expect(await count({ note: 'late' })).toBe(0)
  expect(await count({ account: 'sms-83000' })).toBe(2)
  expect(await count({ account: 'card-eur' })).toBe(0)
  expect(await count({ from: '2026-11-20', to: '2026-11-20' })).toBe(2)
  expect(await count({ from: '2026-11-21' })).toBe(0)
  expect(await count({ from: 'nonsense', state: 'made up' })).toBe(2)
})

test('the story of a purchase has its consent, its charge, its entries and its receipt', async () => {
  cookie = await signedIn('support')
  const { ad, charge } = await sale()
  const html = await open('purchases/[id]/page.tsx', { id: charge.purchaseId })

  for (const part of [ad.ref, charge.payerCode, charge.correlator, 'revenue:reveals', 'vat:FR:2000', 'n° 1'])
    expect(html).toContain(part)
  expect(html).toContain('Payer 3,00')
})

test('debits and credits of the trial balance are equal', async () => {
  cookie = await signedIn('finance')
  await sale()
  const html = (await open('books/page.tsx')).replace(/<span class="point">,<\/span>/g, ',')
  expect(html).toContain('équilibré')
  expect(html.match(/3,00/g)?.length).toBeGreaterThanOrEqual(2)
})

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin', ...(cookie === null ? {} : { cookie }), ...headers },
  })
}
const carrier = { params: Promise.resolve({ id: 'carrier' }) }

test('an account is paused by those who may, at once, and the log says by whom', async () => {
  const pause = () => changeState(post('/x', { state: 'paused' }, { accept: 'application/json' }), carrier)
  expect((await pause()).status).toBe(401)
  cookie = await signedIn('support')
  expect((await pause()).status).toBe(403)
  expect(findAccount('carrier')?.state).toBe('active')

  cookie = await signedIn('finance')
  const answer = await changeState(post('/x', { state: 'paused' }), carrier)

  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/providers'])
  expect(findAccount('carrier')?.state).toBe('paused')
  expect(listAuditByPrefix('provider_account:')).toMatchObject([
    { action: 'provider_paused', subject: 'provider_account:carrier', actorName: 'Camille' },
  ])
})

test('another site cannot make the browser of staff pause an account', async () => {
  cookie = await signedIn('owner')
  const answer = await changeState(post('/x', { state: 'paused' }, { 'sec-fetch-site': 'cross-site' }), carrier)

  expect(answer.status).toBe(403)
  expect(findAccount('carrier')?.state).toBe('active')
})

test('accounts move one place, and not beyond either end', async () => {
  cookie = await signedIn('owner')
  const order = () => listAccounts().map(({ id }) => id)
  const before = order()
  const at = before.indexOf('carrier')

  await move(post('/x', { direction: 'up' }), carrier)
  expect(order().indexOf('carrier')).toBe(at - 1)
  await move(post('/x', { direction: 'down' }), carrier)
  expect(order()).toEqual(before)

  const first = { params: Promise.resolve({ id: before[0] }) }
  await move(post('/x', { direction: 'up' }), first)
  expect(order()).toEqual(before)
})

test('the language of the panel is the member’s own and can be changed', async () => {
  cookie = await signedIn('owner')
  expect(await open('page.tsx')).toContain('Aujourd’hui')

  const answer = await changeLocale(post('/x', { to: 'en', from: '/admin/books' }), { params: Promise.resolve({}) })

  expect(answer.headers.get('location')).toBe('/admin/books')
  expect(await open('page.tsx')).toContain('Today')
  expect(testNow).toBeGreaterThan(0)
})
