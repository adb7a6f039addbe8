import { afterEach, beforeEach, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { countAds, newestAds, similarAds } from '../../lib/ads/ad-listing-queries.ts'
import { findAdByRef, loadAdByRef } from '../../lib/ads/ad-page-queries.ts'
import type { AdRecord } from '../../lib/ads/ad-record.ts'
import { findAdRecord, nextAdId } from '../../lib/ads/ad-record-queries.ts'
import { insertAd, replaceAd, setRevealPrice } from '../../lib/ads/ads-store.ts'
import { changeAdStatus } from '../../lib/ads/change-ad-status.ts'
import { expireAds } from '../../lib/ads/expire-ads.ts'
import { freeContacts } from '../../lib/ads/free-contacts.ts'
import { refileAds } from '../../lib/ads/refile-ads.ts'
import { repriceAds } from '../../lib/ads/reprice-ads.ts'
import { emptyQuery } from '../../lib/ads/search.ts'
import { searchAds } from '../../lib/ads/search-queries.ts'
import { categoryTrail } from '../../lib/categories/categories.ts'
import { findCategoryByKey, loadCategoryTree } from '../../lib/categories/categories-queries.ts'
import { exampleNow as now, saveExampleAds } from '../support/example-ads.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const view = { locale: 'fr', now } as const
let database: TestDatabase

beforeEach(async () => {
  database = openTestDatabase()
  await saveExampleAds(40)
})
afterEach(() => database.close())

const isFound = (sortKey: number): boolean =>
  searchAds({ ...emptyQuery, page: 1 }, view).cards.some((card) => card.sortKey === sortKey)

test('an ad is found while it is published and only then', async () => {
  const [card] = newestAds(1, view)
  const { id, ref, sortKey } = card ?? { id: 0, ref: '', sortKey: 0 }
  expect(isFound(sortKey)).toBe(true)

  expect(await changeAdStatus(id, { to: 'sold', now })).toBe('published')
  expect(isFound(sortKey)).toBe(false)
  expect(countAds()).toBe(39)
  expect(loadAdByRef(ref, view).status).toBe('sold')

  await changeAdStatus(id, { to: 'suspended', now })
  expect(findAdByRef(ref, view)).toBeUndefined()

  await changeAdStatus(id, { to: 'published', now })
  expect(isFound(sortKey)).toBe(true)
  expect(countAds()).toBe(40)
})

test('a status that may not follow is refused and changes nothing', async () => {
  const [card] = newestAds(1, view)
  await expect(changeAdStatus(card?.id ?? 0, { to: 'pending', now })).rejects.toMatchObject({ code: 'conflict' })
  await expect(changeAdStatus(999_999, { to: 'sold', now })).rejects.toMatchObject({ code: 'not_found' })
  expect(countAds()).toBe(40)
})

test('what an advertiser changes is what is found afterwards', async () => {
  const [card] = newestAds(1, view)
  const ad = findAdRecord(card?.id ?? 0)
  if (!ad) throw new Error('the newest ad is gone')
  const texts = [
    { locale: 'fr', title: 'Zanzibar rarissime', body: 'Texte neuf' },
    { locale: 'en', title: 'A very rare Zanzibar', body: 'New text' },
  ]
  await commit(replaceAd({ ...ad, texts, priceMinor: 777 }, { seen: ad, now }))

  const { cards, total } = searchAds({ ...emptyQuery, text: 'zanzibar', maxMinor: 777 }, view)
  expect(total.count).toBe(1)
  expect(cards[0]?.title).toBe('Zanzibar rarissime')
  expect(searchAds({ ...emptyQuery, text: 'zanzibar' }, { locale: 'en', now }).cards[0]?.title).toBe(
    'A very rare Zanzibar',
  )
  expect(searchAds({ ...emptyQuery, text: ad.texts[0]?.title ?? '' }, view).cards.map(({ id }) => id)).not.toContain(
    ad.id,
  )
})

test('a draft is kept and not shown; a title without translation is shown as it is', async () => {
  const some = findAdRecord(newestAds(1, view)[0]?.id ?? 0)
  if (!some) throw new Error('the newest ad is gone')
  const trail = categoryTrail(loadCategoryTree(), findCategoryByKey('services/savoir-faire')?.id ?? 0)
  const draft = {
    ...some,
    id: nextAdId(),
    ref: 'ZZZZZZ',
    sortKey: some.sortKey + 1,
    externalId: null,
    trail,
    status: 'draft' as const,
  }
  await commit(insertAd(draft, now))
  expect(findAdRecord(draft.id)?.texts).toEqual(some.texts)
  expect(findAdByRef('ZZZZZZ', view)).toBeUndefined()
  expect(countAds()).toBe(40)
  expect(newestAds(1, { locale: 'en', now })[0]).toMatchObject({ title: some.texts[0]?.title, textLocale: 'fr' })
  expect(findAdByRef(some.ref.toLowerCase(), view)?.id).toBe(some.id)
})

test('similar ads are of the same category and never the ad itself', () => {
  for (const card of newestAds(10, view)) {
    const similar = similarAds(card, { limit: 6, ...view })
    expect(similar.map(({ id }) => id)).not.toContain(card.id)
    for (const other of similar) expect(other.category.id).toBe(card.category.id)
  }
})

test('no public shape has a field for a contact', () => {
  for (const card of newestAds(5, view)) {
    const shown = JSON.stringify([card, loadAdByRef(card.ref, view)])
    expect(shown).not.toMatch(/06 39 98|example\.org|Contact \d|sealed|advertiserId|externalId/)
  }
})

test('ads that have run out leave the lists, and only they', async () => {
  expect(await expireAds(now)).toEqual([])
  const [card] = newestAds(1, view)
  const ad = findAdRecord(card?.id ?? 0)
  if (!ad) throw new Error('the newest ad is gone')
  await commit(replaceAd({ ...ad, expiresAt: now }, { seen: ad, now }))
  expect(await expireAds(now)).toEqual([ad.id])
  expect(countAds()).toBe(39)
  expect(loadAdByRef(ad.ref, view).status).toBe('expired')
})

test('an ad taken down while ads are filed anew stays down, whatever they are filed for', async () => {
  const cards = newestAds(3, view)
  const ads = cards.flatMap(({ id }) => findAdRecord(id) ?? [])
  const [refiled, repriced, freed] = ads
  if (!refiled || !repriced || !freed) throw new Error('the example ads are gone')
  await commit(replaceAd({ ...freed, revealMode: 'paid_then_free', freeFrom: now }, { seen: freed, now }))
  const categoryOf = (ad: AdRecord) => ad.trail.at(-1)?.id ?? 0
  const down = (ad: AdRecord) => changeAdStatus(ad.id, { to: 'suspended', now })
  const wanted = new Map([[categoryOf(repriced), repriced.revealPriceMinor + 50]])

  await Promise.all([down(refiled), refileAds(categoryOf(refiled), { after: 0, most: 100, now })])
  await Promise.all([down(repriced), repriceAds(wanted, { now, most: 100 })])
  await Promise.all([down(freed), freeContacts(now)])

  const filed = reader().$client.prepare('select count(*) as filed from search_documents where ad_id = ?')
  for (const { id } of ads) {
    expect(findAdRecord(id)?.status).toBe('suspended')
    expect(filed.get(id)).toEqual({ filed: 0 })
  }
})

test('a price that changes while an advertiser edits is not written over', async () => {
  const [card] = newestAds(1, view)
  const ad = findAdRecord(card?.id ?? 0)
  if (!ad) throw new Error('the newest ad is gone')
  const to = ad.revealPriceMinor + 50
  const edit = commit(replaceAd({ ...ad, priceMinor: 777 }, { seen: ad, now }))
  await commit([setRevealPrice(ad.id, { from: ad.revealPriceMinor, to })])
  await edit
  const later = findAdRecord(ad.id)
  expect(later).toMatchObject({ priceMinor: 777, revealPriceMinor: to })
  // The other way round the edit is told to look again.
  const [, late] = await Promise.allSettled([
    commit([setRevealPrice(ad.id, { from: to, to: to + 50 })]),
    commit(replaceAd({ ...ad, revealPriceMinor: to, priceMinor: 888 }, { seen: { ...ad, revealPriceMinor: to }, now })),
  ])
  expect(late).toMatchObject({ status: 'rejected', reason: { code: 'state_changed' } })
})

test('a contact that has become free is found among the free ones', async () => {
  const [card] = newestAds(1, view)
  const ad = findAdRecord(card?.id ?? 0)
  if (!ad) throw new Error('the newest ad is gone')
  await commit(replaceAd({ ...ad, revealMode: 'paid_then_free', freeFrom: now + 10 }, { seen: ad, now }))
  const countFree = () => searchAds({ ...emptyQuery, cost: 'free' }, view).total.count
  expect([countFree(), await freeContacts(now)]).toEqual([0, []])
  expect(await freeContacts(now + 10)).toEqual([ad.id])
  expect(countFree()).toBe(1)
  expect(await freeContacts(now + 10)).toEqual([])
})
