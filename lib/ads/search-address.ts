import { emptyQuery, type FieldFilter, type SearchQuery, type Sort, sorts } from './search.ts'

const longestText = 200
const longestValue = 60
const mostFilters = 20
const largestMinor = 100_000_000_000
export const largestRadiusKm = 200
const largestPage = 1_000_000

/**
 * Reads a search from an address. Never fails: what is unknown, empty or out of range is left out.
 *
 * Keys: `q` words, `c` category key, `lieu` place, `r` radius in km, `min` and `max` price and `cout` the most a contact
 * may cost (amounts in euros or pounds, `0` is free), `f.<field>` a value of a field (repeated for several),
 * `f.<field>.min` and `.max` bounds of one (a date as `2026-11-22`), `tri` order, `p` page, `avant` where a deep list goes on.
 */
export function parseSearch(params: URLSearchParams): SearchQuery {
  const one = (name: string): string => cleanText(params.get(name) ?? '', longestText)
  const radius = wholeNumber(one('r'), largestRadiusKm)
  const cost = minorOf(one('cout'))
  const { before, ...start } = {
    ...emptyQuery,
    text: one('q'),
    category: /^[a-z0-9][a-z0-9/-]{0,120}$/.test(one('c')) ? one('c') : '',
    place: one('lieu').slice(0, longestValue).trim(),
    radiusKm: radius === null || radius === 0 ? null : radius,
    minMinor: minorOf(one('min')),
    maxMinor: minorOf(one('max')),
    cost: cost === 0 ? ('free' as const) : cost,
    filters: parseFilters(params),
    sort: sorts.find((sort) => sort === one('tri')) ?? emptyQuery.sort,
    page: Math.max(1, wholeNumber(one('p'), largestPage) ?? 1),
  }
  const cursor = one('avant')
  return isCursor(cursor, start.sort) ? { ...start, page: 1, before: cursor } : { ...start, before }
}

/** What Next gives a page, as `URLSearchParams`. */
export function searchParamsFrom(
  record: Readonly<Record<string, string | readonly string[] | undefined>>,
): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(record)) {
    for (const item of typeof value === 'string' ? [value] : (value ?? [])) params.append(name, item)
  }
  return params
}

/** Writes a search in canonical order, defaults left out: `parseSearch(printSearch(query))` is `query` again. */
export function printSearch(query: SearchQuery): URLSearchParams {
  const params = new URLSearchParams()
  const add = (name: string, value: string | number | null): void => {
    if (value !== null && value !== '') params.append(name, String(value))
  }
  add('q', query.text)
  add('c', query.category)
  add('lieu', query.place)
  add('r', query.radiusKm)
  add('min', decimalOf(query.minMinor))
  add('max', decimalOf(query.maxMinor))
  add('cout', query.cost === 'free' ? '0' : decimalOf(query.cost))
  for (const key of Object.keys(query.filters).sort()) printFilter(add, key, query.filters[key])
  add('tri', query.sort === emptyQuery.sort ? null : query.sort)
  add('p', query.page === 1 || query.before !== '' ? null : query.page)
  add('avant', query.before)
  return params
}

/** The search as the end of an address: `?q=2cv&c=vehicules`, or nothing. */
export function searchSuffix(query: SearchQuery): string {
  const printed = printSearch(query).toString()
  return printed === '' ? '' : `?${printed}`
}

function printFilter(add: (name: string, value: string | null) => void, key: string, filter?: FieldFilter): void {
  if (filter?.kind === 'values') for (const value of filter.values) add(`f.${key}`, value)
  if (filter?.kind !== 'range') return
  if (filter.from !== null) add(`f.${key}.min`, String(filter.from))
  if (filter.to !== null) add(`f.${key}.max`, String(filter.to))
}

function parseFilters(params: URLSearchParams): Readonly<Record<string, FieldFilter>> {
  const filters = new Map<string, FieldFilter>()
  for (const [name, raw] of params) {
    const [, key, bound] = /^f\.([a-z][a-z0-9_]{0,39})(?:\.(min|max))?$/.exec(name) ?? []
    const value = cleanText(raw, longestValue)
    if (key === undefined || value === '' || (!filters.has(key) && filters.size >= mostFilters)) continue
    const known = filters.get(key)
    if (bound === undefined) filters.set(key, withValue(known, value))
    else filters.set(key, withBound(known, bound, value) ?? known ?? { kind: 'range', from: null, to: null })
  }
  const real = [...filters].filter(
    ([, filter]) => filter.kind === 'values' || filter.from !== null || filter.to !== null,
  )
  return Object.fromEntries(real)
}

function withValue(known: FieldFilter | undefined, value: string): FieldFilter {
  const values = known?.kind === 'values' ? known.values : []
  const isFull = values.includes(value) || values.length >= mostFilters
  return { kind: 'values', values: isFull ? values : [...values, value].sort() }
}

function withBound(known: FieldFilter | undefined, bound: string, value: string): FieldFilter | undefined {
  const number = plainNumber(/^\d{4}-\d{2}-\d{2}$/.test(value) ? value.replaceAll('-', '') : value)
  if (number === null || known?.kind === 'values') return undefined
  const range = known ?? { kind: 'range', from: null, to: null }
  return bound === 'min' ? { ...range, from: number } : { ...range, to: number }
}

/** Whole characters only, single spaces: what survives being written to an address and read again. */
function cleanText(text: string, longest: number): string {
  const spaced = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return [...spaced].slice(0, longest).join('').trim()
}

function plainNumber(text: string): number | null {
  const bare = text.replace(/[\s\u202f\u00a0]/g, '').replace(',', '.')
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(bare)) return null
  return Number(bare)
}

function wholeNumber(text: string, largest: number): number | null {
  const number = plainNumber(text)
  return number === null ? null : Math.min(Math.floor(number), largest)
}

function minorOf(text: string): number | null {
  const number = plainNumber(text.replace(/[€£]/g, ''))
  return number === null ? null : Math.min(Math.round(number * 100), largestMinor)
}

function decimalOf(minor: number | null): string | null {
  if (minor === null) return null
  return minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2)
}

/** A place in a list: a sort key, after a price or a tier where the order has one. */
function isCursor(text: string, sort: Sort): boolean {
  if (sort === 'recent') return /^\d{1,16}$/.test(text)
  return sort === 'relevance' ? /^[tb]\d{1,16}$/.test(text) : /^(\d{1,12}|n)\.\d{1,16}$/.test(text)
}
