import { comparePrices, type PriceCursor, readByPrice } from './price-order-queries.ts'
import type { SearchQuery, Sort } from './search.ts'
import { except } from './search-expression.ts'
import type { Match } from './search-match.ts'
import { readMatches } from './search-match-queries.ts'
import { planExpression, type SearchPlan } from './search-plan.ts'

/** The newest matches, read for the count; `isAll` when there are no others. */
export type Known = Readonly<{ matches: readonly Match[]; isAll: boolean }>

type Slice = Readonly<{ skip: number; take: number }>

/** A part of the matches in the order asked for: a numbered page, or from `query.before` on. */
export function readInOrder(
  plan: SearchPlan,
  query: SearchQuery,
  { known, ...slice }: Slice & { known: Known },
): readonly Match[] {
  if (query.before !== '') return readFromCursor(plan, query, slice.take)
  const isByPrice = query.sort === 'price_asc' || query.sort === 'price_desc'
  if (isByPrice && !known.isAll) return readByPrice(plan, { ...slice, isAscending: query.sort === 'price_asc' })
  const ordered = isByPrice
    ? known.matches.toSorted(comparePrices(query.sort === 'price_asc'))
    : isByRelevance(plan, query)
      ? titlesFirst(plan, slice.skip + slice.take)
      : known.matches
  return ordered.slice(slice.skip, slice.skip + slice.take)
}

/** Where a list goes on after `last`, for `query.before`. */
export function cursorAfter(plan: SearchPlan, query: SearchQuery, last: Match): string {
  if (query.sort === 'price_asc' || query.sort === 'price_desc') return `${last.priceMinor ?? 'n'}.${last.sortKey}`
  if (query.sort !== 'relevance') return String(last.sortKey)
  return `${isInTitle(plan, last) ? 't' : 'b'}${last.sortKey}`
}

function isByRelevance(plan: SearchPlan, { sort }: Readonly<{ sort: Sort }>): boolean {
  return sort === 'relevance' && plan.text.inTitle.length > 0
}

/** All words in the title first, then the others; each newest first. Nothing is scored, so nothing more is read. */
function titlesFirst(plan: SearchPlan, limit: number): readonly Match[] {
  const titled = readMatches(plan, { where: 'inTitle', limit })
  return [...titled, ...readElsewhere(plan, { limit: limit - titled.length })]
}

function readElsewhere(plan: SearchPlan, { limit, before }: { limit: number; before?: number }): readonly Match[] {
  if (limit <= 0) return []
  const expression = except(planExpression(plan), planExpression(plan, 'inTitle'))
  return readMatches(plan, { expression, limit, before })
}

function readFromCursor(plan: SearchPlan, query: SearchQuery, take: number): readonly Match[] {
  if (query.sort === 'recent') return readMatches(plan, { limit: take, before: Number(query.before) })
  if (query.sort !== 'relevance')
    return readByPrice(plan, {
      skip: 0,
      take,
      after: priceCursorOf(query.before),
      isAscending: query.sort === 'price_asc',
    })
  const before = Number(query.before.slice(1))
  if (!isByRelevance(plan, query)) return readMatches(plan, { limit: take, before })
  if (query.before.startsWith('b')) return readElsewhere(plan, { limit: take, before })
  const titled = readMatches(plan, { where: 'inTitle', limit: take, before })
  return [...titled, ...readElsewhere(plan, { limit: take - titled.length })]
}

function priceCursorOf(text: string): PriceCursor {
  const [price = 'n', sortKey = '0'] = text.split('.')
  return { price: price === 'n' ? null : Number(price), sortKey: Number(sortKey) }
}

function isInTitle(plan: SearchPlan, { sortKey }: Match): boolean {
  if (plan.text.inTitle.length === 0) return false
  const [first] = readMatches(plan, { where: 'inTitle', limit: 1, before: sortKey + 1 })
  return first?.sortKey === sortKey
}
