import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GET as file } from '../../app/api/v1/admin/exports/[grant]/route.ts'
import { POST as exportRows } from '../../app/api/v1/admin/exports/route.ts'
import { POST as keepView } from '../../app/api/v1/admin/views/route.ts'
import { commit } from '../../db/commit.ts'
import { listAuditOf } from '../../lib/audit/audit-queries.ts'
import { recordAudit } from '../../lib/audit/audit-store.ts'
import { insertWithdrawal } from '../../lib/claims/claims-store.ts'
import { unreviewAds } from '../../lib/moderation/unreview-ads.ts'
import { adsTable } from '../../lib/reports/ads-table-queries.ts'
import { auditTable } from '../../lib/reports/audit-table-queries.ts'
import { reviewAds, reviewAdsInput } from '../../lib/reports/review-ads.ts'
import { listViews } from '../../lib/reports/saved-views-queries.ts'
import { deleteView } from '../../lib/reports/saved-views-store.ts'
import { listTable } from '../../lib/reports/table-queries.ts'
import { readTableQuery, tableAddress } from '../../lib/reports/table-query.ts'
import { writeCsv } from '../../lib/reports/write-csv.ts'
import { signedIn } from '../support/staff.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

vi.mock('next/headers', () => ({ headers: async () => new Headers() }))
vi.mock('next/navigation', () => ({ redirect: () => undefined, notFound: () => undefined }))

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

const none = { params: Promise.resolve({}) }
function post(fields: Record<string, string>, cookie: string): Request {
  return new Request('http://localhost:3000/x', {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin', cookie },
  })
}
const get = (cookie: string) => new Request('http://localhost:3000/x', { headers: { cookie } })

async function exported(cookie: string, query = '', table = 'audit') {
  const answer = await exportRows(post({ table, query }, cookie), none)
  const grant = answer.headers.get('location')?.split('/').at(-1) ?? ''
  return { answer, grant, read: (by = cookie) => file(get(by), { params: Promise.resolve({ grant }) }) }
}

test('what a spreadsheet would run as a formula is made a text, in both languages', () => {
  for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])
    expect(writeCsv([[evil]], { locale: 'en', isFirst: false })).toMatch(/^"?'/)
  expect(writeCsv([[-1.5, 'a;b', 'c"d']], { locale: 'fr', isFirst: true })).toBe('\ufeff-1,5;"a;b";"c""d"\r\n')
  expect(writeCsv([[-1.5, 'a,b']], { locale: 'en', isFirst: false })).toBe('-1.5,"a,b"\r\n')
})

test('an export holds exactly what is filtered, is noted, and is nobody else’s', async () => {
  const owner = await signedIn('owner')
  for (const action of ['wanted', 'wanted', 'other'])
    await commit([recordAudit({ actor: 'system', action, subject: 'test:1', detail: '=cmd()' }, testNow)])
  const { answer, read } = await exported(owner, 'action=wanted')
  expect(answer.status).toBe(303)
  const text = await (await read()).text()
  expect(text.split('\r\n')).toHaveLength(4)
  expect(text).toContain(';wanted;test:1;')
  expect(text).not.toContain(';other;')
  expect(listAuditOf('table:audit')[0]).toMatchObject({ action: 'table_exported' })

  expect((await read(await signedIn('finance', 'en'))).status).toBe(404)
  expect((await read('')).status).toBe(401)
  const forged = await file(get(owner), { params: Promise.resolve({ grant: 'AAAA' }) })
  expect(forged.status).toBe(404)
})

test('whom somebody looked for before taking rows away is not kept in the log', async () => {
  const { answer } = await exported(await signedIn('owner'), 'q=lea%40example.org&state=active', 'users')
  expect(answer.status).toBe(303)
  const detail = listAuditOf('table:users')[0]?.detail
  expect(JSON.parse(detail ?? '{}')).toMatchObject({ filters: { q: '…', state: 'active' } })
})

test('the register of withdrawals is taken away like any table: asked for by a form of ours, and noted', async () => {
  const asked = { purchaseId: '', statement: '=I withdraw', answer: 'Noted', locale: 'en', confirmedAt: testNow }
  for (const [ref, outcome] of [
    ['one', 'refunded'],
    ['two', 'review'],
  ] as const) {
    const buyer = await site.payer()
    const bought = await site.buy(buyer, site.quote(await site.addAd(), 'card-eur'))
    const purchaseId = 'purchaseId' in bought ? bought.purchaseId : ''
    const line = { ...asked, id: ref, ref, purchaseId, outcome, name: `Payer ${ref}`, email: `${ref}@example.org` }
    await commit([insertWithdrawal(line)])
  }
  const { read } = await exported(await signedIn('owner', 'en'), 'outcome=review', 'withdrawals')
  const [head = '', row = '', ...rest] = (await (await read()).text()).split('\r\n')
  expect(head).toContain('Date,Reference,Name,E-mail')
  expect(row).toContain(',two,Payer two,two@example.org,')
  expect(row).toContain("'=I withdraw")
  expect(rest).toEqual([''])
  expect(listAuditOf('table:withdrawals')).toHaveLength(1)
  expect((await exported(await signedIn('moderator'), '', 'withdrawals')).grant).not.toMatch(/^[\w-]{80,}$/)
})

test('a role takes away only what it may see', async () => {
  const moderator = await signedIn('moderator')
  expect((await exported(moderator, '', 'audit')).grant).not.toMatch(/^[\w-]{80,}$/)
  expect((await exported(moderator, '', 'purchases')).grant).not.toMatch(/^[\w-]{80,}$/)
  expect((await exported(moderator, '', 'ads')).grant).toMatch(/^[\w-]{80,}$/)
})

test('an address is read as far as it means something, and written in one order', () => {
  const search = { q: 'a', status: 'nonsense', from: '2026-02-31', sort: '-price', p: '3', evil: '1', category: '7' }
  const query = readTableQuery(adsTable, search)
  expect(query).toEqual({ filters: { q: 'a', category: '7' }, sort: '-price', page: 3, isDense: false })
  expect(tableAddress(adsTable, query)).toBe('/admin/ads?q=a&category=7&sort=-price&p=3')
  expect(tableAddress(adsTable, query, { filters: { q: undefined } })).toBe('/admin/ads?category=7&sort=-price')
  expect(readTableQuery(adsTable, { sort: 'a.id; drop table ads' }).sort).toBe('-when')
})

test('text finds by any fragment and can break out of nothing', async () => {
  const ad = await site.addAd()
  await site.addAd()
  const find = (q: string) => listTable(adsTable, readTableQuery(adsTable, { q })).count
  expect(find(ad.ref.slice(1, 5).toLowerCase())).toBe(1)
  expect(find('terrot')).toBe(2)
  expect(find("' or 1=1 --")).toBe(0)
  expect(find('%')).toBe(0)
  const audit = listTable(auditTable, readTableQuery(auditTable, { q: 'nothing like it' }))
  expect(audit).toEqual({ rows: [], count: 0, isMore: false })
})

test('a view is kept under its name, and is one’s own', async () => {
  const cookie = await signedIn('owner')
  for (const query of ['status=pending', 'status=sold'])
    await keepView(post({ page: 'ads', label: 'Mine', query, from: '/admin/ads' }, cookie), none)
  const owner = String(listTable<{ actor: string }>(auditTable, readTableQuery(auditTable, {})).rows[0]?.actor)
  const id = owner.replace('member:', '')
  const views = listViews(id, 'ads')
  expect(site.count('saved_views')).toBe(1)
  const member = String(views[0]?.id ?? '')
  await expect(commit([deleteView(member, 'somebody-else')])).rejects.toMatchObject({ code: 'not_found' })
})

test('all that is filtered is put before moderation in one go, and taken back', async () => {
  await site.addAd()
  await site.addAd()
  await site.addAd({ status: 'sold' })
  const input = reviewAdsInput.parse({ all: '1', query: 'status=published' })
  expect(await reviewAds({ ads: input.ads, staffId: 'ana', now: testNow })).toEqual({ count: 2 })
  expect(site.count('moderation_cases', "state = 'open'")).toBe(2)
  expect(await reviewAds({ ads: input.ads, staffId: 'ana', now: testNow + 1 })).toEqual({ count: 0 })
  expect(await unreviewAds({ at: testNow, staffId: 'bob', now: testNow + 2 })).toEqual({ count: 0 })
  expect(await unreviewAds({ at: testNow, staffId: 'ana', now: testNow + 2 })).toEqual({ count: 2 })
  expect(site.count('moderation_cases', "state = 'open'")).toBe(0)
})
