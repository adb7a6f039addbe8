import { afterAll, beforeAll, expect, test } from 'vitest'
import { countAdsByCategory } from '../../lib/ads/ad-listing-queries.ts'
import { emptyQuery, type SearchQuery } from '../../lib/ads/search.ts'
import { searchAds } from '../../lib/ads/search-queries.ts'
import { findCategoryByKey } from '../../lib/categories/categories-queries.ts'
import { exampleNow, saveExampleAds } from '../support/example-ads.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const view = { locale: 'fr', now: exampleNow } as const
let database: TestDatabase

beforeAll(async () => {
  database = openTestDatabase()
  await saveExampleAds(600)
})
afterAll(() => database.close())

const countOf = (query: SearchQuery): number => searchAds(query, view).total.count

test('the count of every facet is what a click on it shows', () => {
  const searches: SearchQuery[] = [
    { ...emptyQuery, text: 'grange' },
    { ...emptyQuery, cost: 150 },
    { ...emptyQuery, category: 'vehicules' },
    { ...emptyQuery, category: 'vehicules', filters: { make: { kind: 'values', values: ['Citroën'] } } },
  ]
  for (const search of searches) {
    const { facets } = searchAds(search, view)
    const options = [...facets.categories, ...facets.cost, ...facets.fields.flatMap((field) => field.options)]
    expect(options.length).toBeGreaterThan(3)
    for (const option of options.filter(
      (one) => !one.isSelected && one.query.filters['make'] === search.filters['make'],
    )) {
      const single = Object.values(option.query.filters).every(
        (filter) => filter.kind !== 'values' || filter.values.length === 1,
      )
      if (single) expect([option.value, countOf(option.query)]).toEqual([option.value, option.total.count])
    }
  }
})

test('the other values of a filter in use still show what they hold', () => {
  const search: SearchQuery = {
    ...emptyQuery,
    category: 'vehicules',
    filters: { running: { kind: 'values', values: ['roule'] } },
  }
  const running = searchAds(search, view).facets.fields.find((field) => field.key === 'running')
  for (const option of running?.options ?? []) {
    const alone = { ...search, filters: { running: { kind: 'values' as const, values: [option.value] } } }
    expect(option.total.count).toBe(countOf(alone))
  }
  expect(running?.options.filter((option) => option.total.count > 0).length).toBeGreaterThan(1)
})

test('a word with a typing error finds the nearest one and says so', () => {
  const result = searchAds({ ...emptyQuery, text: 'carburatuer' }, view)
  expect(result.correction).toEqual({ typed: 'carburatuer', used: 'carburateur' })
  expect(result.query.text).toBe('carburatuer')
  expect(result.total.count).toBe(countOf({ ...emptyQuery, text: 'carburateur' }))
  expect(searchAds({ ...emptyQuery, text: 'carburateur' }, view).correction).toBeNull()
})

test('an empty result names each way out with its count', () => {
  const query: SearchQuery = { ...emptyQuery, text: 'capot', category: 'pieces/carburation', maxMinor: 20_000 }
  const { total, relaxations } = searchAds(query, view)
  expect(total).toEqual({ count: 0, isCapped: false })
  expect(relaxations.map(({ remove }) => remove.kind)).toContain('text')
  for (const { query: relaxed, total: promised } of relaxations) expect(countOf(relaxed)).toBe(promised.count)
})

test('a place that is not known is said, and does not empty the list', () => {
  const result = searchAds({ ...emptyQuery, place: 'Xyzville' }, view)
  expect(result.unknownPlace).toBe('Xyzville')
  expect(result.total.count).toBeGreaterThan(0)
  expect(searchAds({ ...emptyQuery, place: '03000' }, view).query.place).toBe('moulins-03000')
})

test('the counters of categories agree with the search', () => {
  const counts = countAdsByCategory()
  for (const key of ['vehicules', 'pieces', 'pieces/carburation', 'services'])
    expect(counts.get(findCategoryByKey(key)?.id ?? 0)).toBe(countOf({ ...emptyQuery, category: key }))
})
