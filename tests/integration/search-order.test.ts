import { afterAll, beforeAll, expect, test } from 'vitest'
import { comparePrices, readByPrice } from '../../lib/ads/price-order-queries.ts'
import { emptyQuery, type SearchQuery } from '../../lib/ads/search.ts'
import { except } from '../../lib/ads/search-expression.ts'
import type { Match } from '../../lib/ads/search-match.ts'
import { countMatches, readMatches } from '../../lib/ads/search-match-queries.ts'
import { cursorAfter, readInOrder } from '../../lib/ads/search-order-queries.ts'
import { planExpression, planParts, planText, type SearchPlan } from '../../lib/ads/search-plan.ts'
import { findPlaceBySlug } from '../../lib/places/places-queries.ts'
import { exampleNow, saveExampleAds } from '../support/example-ads.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = openTestDatabase()
  await saveExampleAds(1200)
})
afterAll(() => database.close())

function planOf(query: Partial<SearchQuery>): SearchPlan {
  const place = query.place ? (findPlaceBySlug(query.place) ?? null) : null
  const scope = { category: null, place, radiusKm: query.radiusKm ?? null, revealPrices: [0, 150, 300] }
  return { parts: planParts({ ...emptyQuery, ...query }, scope), text: planText(query.text ?? '') }
}

const all = (plan: SearchPlan): readonly Match[] => readMatches(plan, { limit: 1_000_000 })
const keys = (matches: readonly Match[]): number[] => matches.map(({ sortKey }) => sortKey)
const plans = [
  planOf({}),
  planOf({ text: 'moteur' }),
  planOf({ minMinor: 12_345, maxMinor: 654_321 }),
  planOf({ cost: 150 }),
]

test('walking the scale of prices gives the same order as sorting everything', () => {
  for (const plan of plans) {
    for (const isAscending of [true, false]) {
      const sorted = keys(all(plan).toSorted(comparePrices(isAscending)))
      expect(sorted.length).toBeGreaterThan(200)
      for (const skip of [0, 1, 24, 199, 200, 201, sorted.length - 10, sorted.length + 5])
        expect(keys(readByPrice(plan, { isAscending, skip, take: 25 }))).toEqual(sorted.slice(skip, skip + 25))
    }
  }
})

test('the newest are the same ones however many pass of the first that are looked at', () => {
  const narrowed = [
    planOf({ text: 'moteur', minMinor: 0, maxMinor: 400_000 }),
    planOf({ text: 'moteur', minMinor: 10_000, maxMinor: 12_000 }),
    planOf({ text: 'moteur', place: 'moulins-03000', radiusKm: 200 }),
    planOf({ minMinor: 10_000, maxMinor: 500_000, place: 'moulins-03000', radiusKm: 150 }),
    planOf({ text: 'moteur', minMinor: 400_000, maxMinor: 100 }),
  ]
  const sizes = narrowed.map((plan) => {
    const newest = keys(all(plan))
    for (const limit of [1, 7, 40, 200]) {
      expect(keys(readMatches(plan, { limit }))).toEqual(newest.slice(0, limit))
      const before = newest[3] ?? 0
      expect(keys(readMatches(plan, { limit, before }))).toEqual(newest.slice(4, 4 + limit))
      expect(countMatches(plan, { limit })).toBe(Math.min(limit, newest.length))
    }
    return newest.length
  })
  expect(sizes.slice(0, 4).every((size) => size > 4)).toBe(true)
  expect(sizes.at(-1)).toBe(0)
})

test('a list that goes on from where it stopped leaves nothing out and repeats nothing, in every order', () => {
  for (const plan of plans) {
    for (const sort of ['recent', 'price_asc', 'price_desc', 'relevance'] as const) {
      const expected = inFull(plan, sort)
      const known = { matches: all(plan).slice(0, 50), isAll: false }
      const walked: number[] = []
      let page = readInOrder(plan, { ...emptyQuery, sort }, { known, skip: 0, take: 7 })
      while (page.length > 0 && walked.length <= expected.length) {
        walked.push(...keys(page))
        const last = page.at(-1)
        const before = last ? cursorAfter(plan, { ...emptyQuery, sort }, last) : ''
        page = readInOrder(plan, { ...emptyQuery, sort, before }, { known, skip: 0, take: 31 })
      }
      expect(walked).toEqual(expected)
    }
  }
})

function inFull(plan: SearchPlan, sort: SearchQuery['sort']): number[] {
  if (sort === 'price_asc' || sort === 'price_desc')
    return keys(all(plan).toSorted(comparePrices(sort === 'price_asc')))
  if (sort === 'recent' || plan.text.inTitle.length === 0) return keys(all(plan))
  const titled = readMatches(plan, { where: 'inTitle', limit: 1_000_000 })
  const expression = except(planExpression(plan), planExpression(plan, 'inTitle'))
  return keys([...titled, ...readMatches(plan, { expression, limit: 1_000_000 })])
}

test('a count stops at its cap and says so, and the list goes on past the numbered pages', async () => {
  const { searchAds } = await import('../../lib/ads/search-queries.ts')
  const view = { locale: 'fr', now: exampleNow } as const
  const last = searchAds({ ...emptyQuery, page: 99 }, view)
  expect(last.total).toEqual({ count: 1000, isCapped: true })
  expect(last.paging).toMatchObject({ number: 42, pages: 42 })
  let count = 42 * 24
  for (let next = last.paging.next; next; ) {
    const result = searchAds(next, view)
    count += result.cards.length
    next = result.paging.next
  }
  expect(count).toBe(1200)
})
