import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyQuery } from '../../lib/ads/search.ts'
import { parseSearch, printSearch, searchSuffix } from '../../lib/ads/search-address.ts'
import { activeConstraints, withFieldValue, withoutConstraint } from '../../lib/ads/search-constraints.ts'

const names = [
  'q',
  'c',
  'lieu',
  'r',
  'min',
  'max',
  'cout',
  'tri',
  'p',
  'avant',
  'f.make',
  'f.year.min',
  'f.year.max',
  'x',
]
const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer().map(String),
  fc.constantFrom('vehicules/motos', 'relevance', 'price_asc', 't123', '100.5', '150.123456', 'n.42', '0', '1,50'),
)
const anyParams = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), values), { maxLength: 12 })

test('any address is read without failing, and what was read can be written and read again', () => {
  fc.assert(
    fc.property(anyParams, (pairs) => {
      const query = parseSearch(new URLSearchParams(pairs))
      expect(parseSearch(new URLSearchParams(printSearch(query).toString()))).toEqual(query)
    }),
    { numRuns: 1000 },
  )
})

test('the order of the keys in an address does not matter, and is always the same when written', () => {
  const typed =
    'p=3&tri=price_asc&f.running=roule&max=1500,50&q=2cv&f.make=Citro%C3%ABn&lieu=moulins-03000&cout=1.5&zz=1&r=50'
  expect(searchSuffix(parseSearch(new URLSearchParams(typed)))).toBe(
    '?q=2cv&lieu=moulins-03000&r=50&max=1500.50&cout=1.50&f.make=Citro%C3%ABn&f.running=roule&tri=price_asc&p=3',
  )
})

test('amounts, radius and page that make no sense are left out', () => {
  const query = parseSearch(new URLSearchParams('min=-5&max=abc&r=0&p=0&cout=free&tri=best&avant=drop table'))
  expect(query).toEqual(emptyQuery)
  expect(parseSearch(new URLSearchParams('r=5000')).radiusKm).toBe(200)
})

test('a free contact is written 0 and read as free', () => {
  expect(parseSearch(new URLSearchParams('cout=0')).cost).toBe('free')
  expect(searchSuffix({ ...emptyQuery, cost: 'free' })).toBe('?cout=0')
})

test('taking one chip away keeps everything else and starts at the first page', () => {
  const query = withFieldValue(
    { ...emptyQuery, text: '2cv', category: 'vehicules', minMinor: 100, page: 4, filters: {} },
    'running',
    'roule',
  )
  const [text, category, price, running] = activeConstraints(query)
  expect([text?.kind, category?.kind, price?.kind, running?.kind]).toEqual(['text', 'category', 'price', 'field'])
  expect(withoutConstraint(query, { kind: 'price' })).toEqual({ ...query, minMinor: null, page: 1 })
  expect(withoutConstraint(query, { kind: 'field', key: 'running', value: 'roule' }).filters).toEqual({})
})
