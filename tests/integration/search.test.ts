import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import type { AdCard } from '../../lib/ads/ads.ts'
import { emptyQuery, type SearchQuery } from '../../lib/ads/search.ts'
import { searchAds } from '../../lib/ads/search-queries.ts'
import { distanceKm } from '../../lib/places/places.ts'
import { findPlaceBySlug } from '../../lib/places/places-queries.ts'
import type { GeneratedAd } from '../load/data.ts'
import { exampleNow, saveExampleAds } from '../support/example-ads.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

type Known = Readonly<{
  sortKey: number
  words: readonly string[]
  title: readonly string[]
  category: string
  price: number | null
  latitude: number
  longitude: number
  cost: number
  fields: Readonly<Record<string, unknown>>
}>

const view = { locale: 'fr', now: exampleNow } as const
let database: TestDatabase
let known: readonly Known[]

beforeAll(async () => {
  database = openTestDatabase()
  known = knownAds(await saveExampleAds(600))
})
afterAll(() => database.close())

/** Another way to take words apart than the product's, on purpose. */
function plainWords(text: string): string[] {
  const bare = text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
  return bare.split(/[^a-z0-9]+/).filter((word) => word !== '')
}

function knownAds(generated: readonly GeneratedAd[]): Known[] {
  const rows = reader().$client.prepare(
    'select sort_key as sortKey, latitude, longitude, price_minor as price, reveal_price_minor as cost from ads where external_id = ?',
  )
  return generated.map((ad) => ({
    ...(rows.get(ad.id) as Pick<Known, 'sortKey' | 'latitude' | 'longitude' | 'price' | 'cost'>),
    words: plainWords(`${ad.title} ${ad.description}`),
    title: plainWords(ad.title),
    category: String(ad['category']),
    fields: ad['fields'] as Known['fields'],
  }))
}

/** Looks at every ad. The last word may be the beginning of others when whole words fill no page. */
function scan(query: SearchQuery): Known[] {
  const words = plainWords(query.text)
  const place = findPlaceBySlug(query.place)
  const passes = (ad: Known): boolean =>
    (query.category === '' || ad.category === query.category || ad.category.startsWith(`${query.category}/`)) &&
    (query.minMinor === null || (ad.price !== null && ad.price >= query.minMinor)) &&
    (query.maxMinor === null || (ad.price !== null && ad.price <= query.maxMinor)) &&
    (query.cost === null || ad.cost <= (query.cost === 'free' ? 0 : query.cost)) &&
    (!place || distanceKm(place, ad) <= (query.radiusKm ?? 30)) &&
    Object.entries(query.filters).every(([key, filter]) => {
      const value = ad.fields[key]
      if (filter.kind === 'values') return filter.values.some((one) => String(value) === one)
      return typeof value === 'number' && value >= (filter.from ?? 0) && value <= (filter.to ?? 1e15)
    })
  const whole = known.filter((ad) => passes(ad) && words.every((word) => ad.words.includes(word)))
  if (whole.length >= 24 || words.length === 0) return order(whole, query, words)
  const start = words.at(-1) ?? ''
  const others = words.slice(0, -1)
  const begun = known.filter(
    (ad) =>
      passes(ad) && others.every((word) => ad.words.includes(word)) && ad.words.some((word) => word.startsWith(start)),
  )
  return order(start.length < 2 ? whole : begun, query, words)
}

function order(ads: readonly Known[], { sort }: SearchQuery, words: readonly string[]): Known[] {
  const newest = [...ads].sort((left, right) => right.sortKey - left.sortKey)
  const price = (ad: Known): number => ad.price ?? Number.POSITIVE_INFINITY
  if (sort === 'price_asc')
    return newest.sort((left, right) => (price(left) < price(right) ? -1 : price(left) > price(right) ? 1 : 0))
  if (sort === 'price_desc') return newest.sort((left, right) => (right.price ?? -1) - (left.price ?? -1))
  if (sort === 'recent' || words.length === 0) return newest
  const isTitled = (ad: Known): boolean => words.every((word) => ad.title.includes(word))
  return [...newest.filter(isTitled), ...newest.filter((ad) => !isTitled(ad))]
}

/** Every ad of a search, by opening one page after the other. */
function everyPage(query: SearchQuery): { keys: number[]; count: number } {
  const keys: number[] = []
  const first = searchAds(query, view)
  for (let result = first; ; result = searchAds(result.paging.next, view)) {
    keys.push(...result.cards.map((card: AdCard) => card.sortKey))
    if (!result.paging.next) return { keys, count: first.total.count }
  }
}

const cars = 'vehicules/autos-1945-1975'
const queries = fc.record({
  text: fc.constantFrom('', 'moteur', 'sortie de grange', 'Citroën restaurer', 'magneto', 'carburateur solex', 'capot'),
  category: fc.constantFrom('', 'vehicules', cars, 'pieces', 'pieces/carburation', 'services'),
  place: fc.constantFrom('', 'moulins-03000', 'lyon-69001'),
  radiusKm: fc.constantFrom(null, 10, 70, 200),
  minMinor: fc.constantFrom(null, 0, 5000, 123_456),
  maxMinor: fc.constantFrom(null, 20_000, 500_000, 100),
  cost: fc.constantFrom(null, 'free' as const, 150, 300),
  sort: fc.constantFrom('recent' as const, 'relevance' as const, 'price_asc' as const, 'price_desc' as const),
})

describe('a search', () => {
  test('finds what a look at every ad finds, in the same order, on all its pages', () => {
    let found = 0
    fc.assert(
      fc.property(queries, (some) => {
        const query: SearchQuery = { ...emptyQuery, ...some, radiusKm: some.place === '' ? null : some.radiusKm }
        const expected = scan(query)
        const { keys, count } = everyPage(query)
        expect(keys).toEqual(expected.map((ad) => ad.sortKey))
        expect(count).toBe(expected.length)
        found += keys.length
      }),
      { numRuns: 300 },
    )
    expect(found).toBeGreaterThan(1000)
  })

  test('filters by the fields of a category', () => {
    const filters: SearchQuery['filters'][] = [
      { running: { kind: 'values', values: ['roule'] } },
      {
        running: { kind: 'values', values: ['demontee', 'roule'] },
        matching_numbers: { kind: 'values', values: ['true'] },
      },
      { year: { kind: 'range', from: 1950, to: 1960 } },
      { year: { kind: 'range', from: 1930, to: 1999 }, km: { kind: 'range', from: 12_000, to: 90_000 } },
      { km: { kind: 'range', from: null, to: 50_000 } },
      { make: { kind: 'values', values: ['Citroën'] } },
      { year: { kind: 'range', from: null, to: 1960 }, make: { kind: 'values', values: ['Citroën', 'Renault'] } },
      { year: { kind: 'range', from: 1957, to: null }, running: { kind: 'values', values: ['roule'] } },
    ]
    for (const filter of filters) {
      for (const category of ['vehicules', cars]) {
        const query = { ...emptyQuery, category, filters: filter }
        const expected = scan(query)
        expect(everyPage(query).keys).toEqual(expected.map((ad) => ad.sortKey))
        expect(expected.length).toBeGreaterThan(0)
      }
    }
  })

  test('is indifferent to accents and case, and finds a make by a folded filter', () => {
    const plain = everyPage({ ...emptyQuery, text: 'citroen mehari' }).keys
    expect(everyPage({ ...emptyQuery, text: 'CITROËN Méhari' }).keys).toEqual(plain)
    const byMake = (make: string) =>
      everyPage({ ...emptyQuery, category: 'vehicules', filters: { make: { kind: 'values', values: [make] } } }).count
    expect(byMake('citroen')).toBe(byMake('Citroën'))
  })

  test('takes whatever is typed without an error', () => {
    const nasty = [
      '"',
      '""',
      '"a',
      'a"b',
      '*',
      'AND',
      'a OR',
      'NOT b',
      'NEAR(a b)',
      'words:a',
      '{',
      '^a',
      '-',
      '\0',
      'œ*',
      '(((',
    ]
    const some = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom(...nasty),
      fc.array(fc.constantFrom(...nasty)).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(
        some,
        fc.constantFrom('recent' as const, 'relevance' as const, 'price_asc' as const),
        (text, sort) => {
          searchAds({ ...emptyQuery, text, sort }, view)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('of operators finds them as words only', () => {
    expect(searchAds({ ...emptyQuery, text: 'moteur OR xqzwvk' }, view).total.count).toBe(0)
    expect(searchAds({ ...emptyQuery, text: 'xqzwvk*' }, view).total.count).toBe(0)
  })

  test('of a phrase wants the words in that order', () => {
    const phrase = everyPage({ ...emptyQuery, text: '"moteur tournant"' }).count
    expect(phrase).toBeGreaterThan(0)
    expect(searchAds({ ...emptyQuery, text: '"tournant moteur"' }, view).total.count).toBe(0)
  })
})
