import { afterEach, beforeEach, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { loadAdByRef } from '../../lib/ads/ad-page-queries.ts'
import { importAds } from '../../lib/ads/import-ads.ts'
import { emptyQuery } from '../../lib/ads/search.ts'
import { searchAds } from '../../lib/ads/search-queries.ts'
import { findCategoryByKey } from '../../lib/categories/categories-queries.ts'
import { seal, unseal } from '../../lib/config/keys.ts'
import { day } from '../../lib/time/time.ts'
import { generateAds } from '../load/data.ts'
import { linesOf, exampleNow as now, saveExamplePlaces } from '../support/example-ads.ts'
import { saveExampleCategories } from '../support/example-categories.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const view = { locale: 'fr', now } as const
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
  expect(report).toEqual({ read: 1, imported: 1, known: 0, rejected: 0 })

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
  expect(report).toEqual({ read: 10, imported: 2, known: 0, rejected: 8 })
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
  expect(report).toEqual({ read: 250, imported: 50, known: 200, rejected: 0 })
  const counts = reader()
    .$client.prepare(
      `select (select count(*) from ads) as ads, (select count(*) from search_documents) as documents,
        (select count(*) from contacts) as contacts, (select count(distinct external_id) from ads) as sources`,
    )
    .get()
  expect(counts).toEqual({ ads: 250, documents: 250, contacts: 250, sources: 250 })
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
