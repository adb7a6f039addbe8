import { afterEach, beforeEach, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { countAds } from '../../lib/ads/ad-listing-queries.ts'
import { loadAdByRef } from '../../lib/ads/ad-page-queries.ts'
import { emptyQuery } from '../../lib/ads/search.ts'
import { searchAds } from '../../lib/ads/search-queries.ts'
import type { CategoryDto, LegalKind } from '../../lib/categories/categories.ts'
import { findCategoryByKey } from '../../lib/categories/categories-queries.ts'
import { saveCategory } from '../../lib/categories/categories-store.ts'
import { seal, unseal } from '../../lib/config/keys.ts'
import { decideCase } from '../../lib/moderation/decide-case.ts'
import { importAds } from '../../lib/posting/import-ads.ts'
import { day } from '../../lib/time/time.ts'
import { generateAds } from '../load/data.ts'
import { linesOf, exampleNow as now, saveExamplePlaces } from '../support/example-ads.ts'
import { saveExampleCategories } from '../support/example-categories.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const view = { locale: 'fr', now } as const
const missing = (): never => {
  throw new Error('the example category is gone')
}
const sealContact = (adId: number, contact: unknown) => seal('contacts', String(adId), JSON.stringify(contact))
let database: TestDatabase

beforeEach(async () => {
  database = openTestDatabase()
  await saveExampleCategories()
  saveExamplePlaces()
})
afterEach(() => database.close())

const row = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 'a1',
  title: 'Citroën 2CV AZ 1958',
  description: 'Sortie de grange.\nÀ restaurer.',
  category: 'vehicules/autos-1945-1975',
  region: 'Allier',
  city: 'Moulins',
  price_cents: 420_000,
  created_at: '2026-11-01T10:00:00Z',
  contact_name: 'Gérard',
  contact_phone: '04 65 71 02 14',
  contact_email: null,
  ...more,
})

async function importRows(rows: readonly unknown[], more: Partial<Parameters<typeof importAds>[0]> = {}) {
  const rejected: Readonly<{ line: number; reason: string }>[] = []
  const onReject = (one: (typeof rejected)[number]) => rejected.push(one)
  const report = await importAds({ lines: linesOf(rows), now, createMissing: false, sealContact, onReject, ...more })
  return { report, rejected }
}

test('a row becomes a published ad with its contact sealed', async () => {
  const { report } = await importRows([row({ fields: { make: 'Citroën', year: 1958, running: 'roule', unknown: 1 } })])
  expect(report).toEqual({ read: 1, imported: 1, waiting: 0, known: 0, rejected: 0 })

  const [card] = searchAds({ ...emptyQuery, text: '2cv' }, view).cards
  const ad = loadAdByRef(card?.ref ?? '', view)
  expect(ad).toMatchObject({
    title: 'Citroën 2CV AZ 1958',
    paragraphs: ['Sortie de grange.', 'À restaurer.'],
    price: { minor: 420_000, currency: 'EUR' },
    reveal: { kind: 'paid', price: { minor: 300, currency: 'EUR' } },
    place: { name: 'Moulins', postcode: '03000' },
    advertiser: { publicName: 'Particulier' },
    ...{ hasPhone: true, hasEmail: false, expiresAt: now + 60 * day },
  })
  expect(ad.facts.map(({ key }) => key)).toEqual(['make', 'year', 'running'])
  expect(JSON.stringify(ad)).not.toMatch(/Gérard|65 ?71/)

  const stored = reader().$client.prepare('select ad_id as adId, sealed from contacts').get() as {
    adId: number
    sealed: Buffer
  }
  expect(JSON.parse(unseal('contacts', String(stored.adId), stored.sealed))).toMatchObject({ phone: '04 65 71 02 14' })
})

test('a rejected row is told with its line and the reason, and the others are kept', async () => {
  const { report, rejected } = await importRows([
    row(),
    'no json',
    '',
    row({ id: 'a2', title: '' }),
    row({ id: 'a3', price_cents: -1 }),
    row({ id: 'a4', created_at: 'yesterday' }),
    row({ id: 'a5', contact_phone: '', contact_email: null }),
    row({ id: 'a6', contact_phone: 'call me' }),
    row({ id: 'a7', category: 'immobilier' }),
    row({ id: 'a8', city: 'Xyzville' }),
    row({ id: 'a9' }),
  ])
  expect(report).toEqual({ read: 10, imported: 2, waiting: 0, known: 0, rejected: 8 })
  expect(rejected.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7, 8, 9, 10])
  const reasons = rejected.map(({ reason }) => reason)
  for (const [at, word] of [
    'JSON',
    'title',
    'price_cents',
    'created_at',
    'contact_phone',
    'contact_phone',
    'immobilier',
    'Xyzville',
  ].entries())
    expect(reasons[at]).toContain(word)
})

test('an import that was interrupted goes on without doubling anything', async () => {
  const ads = [...generateAds(250, { until: now })]
  async function* broken() {
    for await (const line of linesOf(ads.slice(0, 230))) yield line
    throw new Error('the pipe broke')
  }
  const request = { now, createMissing: true, sealContact, batchSize: 100 }
  await expect(importAds({ ...request, lines: broken() })).rejects.toThrow('the pipe broke')

  const report = await importAds({ ...request, lines: linesOf(ads) })
  expect(report).toEqual({ read: 250, imported: 50, waiting: 0, known: 200, rejected: 0 })
  const counts = reader()
    .$client.prepare(
      `select (select count(*) from ads) as ads, (select count(*) from search_documents) as documents,
        (select count(*) from contacts) as contacts, (select count(distinct external_id) from ads) as sources`,
    )
    .get()
  expect(counts).toEqual({ ads: 250, documents: 250, contacts: 250, sources: 250 })
})

const casesOf = () =>
  reader()
    .$client.prepare(
      `select a.external_id as id, a.status, c.reason, c.finds, c.id as caseId from moderation_cases c
       join ads a on a.id = c.ad_id order by a.external_id`,
    )
    .all() as { id: string; status: string; reason: string; finds: string; caseId: string }[]

// In figures, in words over title and description, in a field; and a banned word.
const hiding = [
  row({ id: 'h1', description: 'Bien placée. Appelez le 06 39 98 12 47 le soir.' }),
  row(),
  row({
    id: 'h2',
    title: 'Citroën 2CV, zéro six trente-neuf',
    description: 'quatre-vingt-dix-huit douze quarante-sept',
  }),
  row({ id: 'h3', fields: { make: 'Citroën', model: 'écrire à gerard@example.org' } }),
  row({ id: 'h4', description: 'Vendue avec sa carabine.' }),
]

test('an ad that hides a contact is imported, and waits for staff with the place marked', async () => {
  const waiting: Readonly<{ line: number; reason: string }>[] = []
  const { report, rejected } = await importRows(hiding, { onWaiting: (one) => waiting.push(one) })
  expect([report, rejected]).toEqual([{ read: 5, imported: 5, waiting: 4, known: 0, rejected: 0 }, []])
  expect(waiting).toEqual([
    { line: 1, reason: 'phone in description' },
    { line: 3, reason: 'spelled phone in title, spelled phone in description' },
    { line: 4, reason: 'email in fields.model' },
    { line: 5, reason: 'banned word in description' },
  ])
  const cases = casesOf()
  expect(cases.map(({ id, status, reason }) => [id, status, reason])).toEqual(
    ['h1', 'h2', 'h3', 'h4'].map((id) => [id, 'pending', 'screening']),
  )
  const start = 'Bien placée. Appelez le '.length
  expect(JSON.parse(cases[0]?.finds ?? '')).toEqual([
    { locale: 'fr', field: 'body', kind: 'phone', start, end: start + '06 39 98 12 47'.length },
  ])
  expect(countAds()).toBe(1)
  expect(searchAds({ ...emptyQuery, text: '2cv' }, view).total.count).toBe(1)

  await decideCase({
    caseId: cases[3]?.caseId ?? '',
    kind: 'approve',
    explanation: '',
    staffId: 'staff',
    now: now + day,
  })
  expect(countAds()).toBe(2)
  expect(searchAds({ ...emptyQuery, text: 'carabine' }, view).total.count).toBe(1)
})

test('of thousands each is screened as one is, in the order of the file', async () => {
  const rows = Array.from({ length: 500 }, (_, at) =>
    row({ id: `m${at}`, ...(at % 100 === 7 ? { description: 'Appelez le 06 39 98 12 47.' } : {}) }),
  )
  const lines: number[] = []
  const { report } = await importRows(rows, { onWaiting: ({ line }) => lines.push(line) })
  expect(report).toMatchObject({ imported: 500, waiting: 5 })
  expect(lines).toEqual([8, 108, 208, 308, 408])
  expect(casesOf().map(({ id }) => id)).toEqual(['m107', 'm207', 'm307', 'm407', 'm7'])
})

test('an import that was interrupted and goes on puts no ad before staff twice', async () => {
  async function* broken() {
    for await (const line of linesOf(hiding.slice(0, 4))) yield line
    throw new Error('the pipe broke')
  }
  const request = { now, createMissing: false, sealContact, batchSize: 2 }
  await expect(importAds({ ...request, lines: broken() })).rejects.toThrow('the pipe broke')
  expect(casesOf()).toHaveLength(3)
  const { report } = await importRows(hiding)
  expect(report).toEqual({ read: 5, imported: 1, waiting: 1, known: 4, rejected: 0 })
  expect(casesOf().map(({ id }) => id)).toEqual(['h1', 'h2', 'h3', 'h4'])
})

test('the rules of a category hold as on posting: free where no contact may be sold, none where there may be no ads', async () => {
  const usual = findCategoryByKey('vehicules/autos-1945-1975') ?? missing()
  const keep = (id: number, legalKind: LegalKind, more: Partial<CategoryDto> = {}) => {
    const names = { fr: legalKind, en: legalKind }
    const named = { id, key: legalKind, slug: names, label: names, parent: null, position: id }
    return commit(saveCategory({ ...usual, ...more, ...named, legalKind, fields: [] }))
  }
  await keep(901, 'housing')
  await keep(902, 'pets')
  await keep(903, 'general', { revealMode: 'paid_then_free', paidDays: 30 })

  const { report, rejected } = await importRows(
    [
      row({ id: 'l1', category: 'housing' }),
      row({ id: 'l2', category: 'pets' }),
      row({ id: 'l3', category: 'general' }),
      row({ id: 'l4', category: 'housing > Gîtes' }),
    ],
    { createMissing: true },
  )
  expect(report).toEqual({ read: 4, imported: 3, waiting: 0, known: 0, rejected: 1 })
  expect(rejected).toEqual([{ line: 2, reason: expect.stringMatching(/^category: In France/) }])
  const kept = reader()
    .$client.prepare(
      `select external_id as id, reveal_mode as mode, reveal_price_minor as price, free_from as freeFrom from ads
       order by external_id`,
    )
    .all()
  const publishedAt = Date.UTC(2026, 10, 1, 10)
  expect(kept).toEqual([
    { id: 'l1', mode: 'free', price: 0, freeFrom: null },
    { id: 'l3', mode: 'paid_then_free', price: 300, freeFrom: publishedAt + 30 * day },
    { id: 'l4', mode: 'free', price: 0, freeFrom: null },
  ])
})

test('unknown categories and places are created when wanted', async () => {
  const rows = [row({ category: 'Modélisme > Trains', city: 'Saint-Loup', region: 'Allier' })]
  const { report } = await importRows(rows, { createMissing: true })
  expect(report.imported).toBe(1)
  expect(findCategoryByKey('modelisme/trains')?.label.fr).toBe('Trains')
  const [card] = searchAds({ ...emptyQuery, category: 'modelisme' }, view).cards
  expect(card?.place).toMatchObject({ name: 'Saint-Loup', areaName: 'Allier' })
})

test('names of the source are mapped to names here', async () => {
  const mapping = { categories: { 'Old cars': 'vehicules/autos-1945-1975' }, places: { Bourbonnais: '03000' } }
  const { report } = await importRows([row({ category: 'Old cars', city: 'Bourbonnais', region: '' })], { mapping })
  expect(report.imported).toBe(1)
  expect(searchAds({ ...emptyQuery, place: 'moulins-03000' }, view).total.count).toBe(1)
})

test('ads of one contact share an advertiser, and thousands may have the same moment', async () => {
  const rows = Array.from({ length: 1100 }, (_, at) =>
    row({ id: `s${at}`, contact_phone: at % 2 ? '+33 4 65 71 02 14' : '04 65 71 02 14' }),
  )
  const { report } = await importRows(rows)
  expect(report.imported).toBe(1100)
  const counted = reader()
    .$client.prepare(
      'select count(distinct advertiser_id) as advertisers, count(distinct sort_key) as moments from ads',
    )
    .get()
  expect(counted).toEqual({ advertisers: 1, moments: 1100 })
})
