import type { CategoryTree, FieldDto } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { findPlaceByText } from '../places/places-queries.ts'
import { listCards, type View } from './ad-card-queries.ts'
import { adsPerPage } from './ad-listing-queries.ts'
import { oneFeaturedIn, withFeaturedFirst } from './featured-order.ts'
import {
  type CappedCount,
  type Constraint,
  emptyQuery,
  type Relaxation,
  type SearchFacets,
  type SearchPaging,
  type SearchQuery,
  type SearchResult,
} from './search.ts'
import { largestRadiusKm } from './search-address.ts'
import { activeConstraints, withoutConstraint } from './search-constraints.ts'
import { narrowed } from './search-expression.ts'
import {
  type Counted,
  categoryFacet,
  costFacet,
  type FacetView,
  fieldFacets,
  type ValueCounts,
} from './search-facets.ts'
import { featuredMark } from './search-marks.ts'
import { countFieldValues, type Match } from './search-match.ts'
import { completionsOf, countMatches, listRevealPrices, readMatches } from './search-match-queries.ts'
import { cursorAfter, readInOrder } from './search-order-queries.ts'
import { looseExpression, planParts, planText, planWithout, type SearchPlan, type SearchScope } from './search-plan.ts'
import { parseSearchText } from './search-words.ts'
import { correctedText } from './spelling-queries.ts'

/** Counts go no further than this: the cost of a search must not grow with its matches. */
export const countCap = 1000
/** Radius around a place when none is chosen, km. */
export const usualRadiusKm = 30

const numberedPages = Math.ceil(countCap / adsPerPage)
const mostRead = numberedPages * adsPerPage + 1
const freeLabels = { fr: 'Gratuit', en: 'Free' } as const

type Scope = SearchScope & Readonly<{ tree: CategoryTree; unknownPlace: string | null }>
type Found = Readonly<{ plan: SearchPlan; matches: readonly Match[] }>

/**
 * Searches the published ads.
 *
 * Words typed are matched whole; when that fills no page, the last one may also be the beginning of a word. When
 * nothing matches, the nearest spelling is tried, and `correction` says so. Bounds on every cost: one reading of at
 * most about 1 000 documents for count and facets, one more for each facet in use, and the page.
 */
export function searchAds(asked: SearchQuery, view: View): SearchResult {
  const scope = scopeOf(asked)
  const query = appliedQuery(asked, scope)
  const typed = findMatches(query, scope)
  const corrected = typed.matches.length === 0 ? correct(query, scope) : undefined
  const found = corrected?.found ?? typed
  const { cards, paging } = pageOf(found, query, view)
  return {
    query: { ...query, page: query.before === '' ? paging.number : 1 },
    total: totalOf(found.matches.length),
    cards,
    paging,
    facets: facetsOf(found, { query, scope, view }),
    category: scope.category,
    place: scope.place,
    radiusKm: scope.radiusKm,
    unknownPlace: scope.unknownPlace,
    correction: corrected ? { typed: query.text, used: corrected.text } : null,
    relaxations: found.matches.length === 0 ? relaxationsOf(query) : [],
  }
}

function scopeOf(asked: SearchQuery): Scope {
  const tree = loadCategoryTree()
  const place = findPlaceByText(asked.place) ?? null
  return {
    tree,
    category: tree.byKey.get(asked.category) ?? null,
    place,
    radiusKm: place ? (asked.radiusKm ?? usualRadiusKm) : null,
    unknownPlace: place || asked.place === '' ? null : asked.place,
    revealPrices: listRevealPrices(),
  }
}

function appliedQuery(asked: SearchQuery, { category, place }: Scope): SearchQuery {
  const fields = new Set(category?.fields.filter((field) => field.isFilterable).map((field) => field.key))
  return {
    ...asked,
    category: category?.key ?? '',
    place: place?.slug ?? '',
    radiusKm: place ? asked.radiusKm : null,
    filters: Object.fromEntries(Object.entries(asked.filters).filter(([key]) => fields.has(key))),
  }
}

function findMatches(query: SearchQuery, scope: SearchScope): Found {
  const exact = planFor(query, scope)
  const limit = mostRead
  const matches = readMatches(exact, { limit })
  if (matches.length >= adsPerPage) return { plan: exact, matches }
  const widened = widenedPlan(query, exact)
  return widened ? { plan: widened, matches: readMatches(widened, { limit }) } : { plan: exact, matches }
}

function planFor(query: SearchQuery, scope: SearchScope): SearchPlan {
  return { parts: planParts(query, scope), text: planText(query.text) }
}

function widenedPlan(query: SearchQuery, exact: SearchPlan): SearchPlan | undefined {
  const { unfinished } = parseSearchText(query.text)
  const completions = unfinished === null ? [] : completionsOf(unfinished)
  return completions.length === 0 ? undefined : { ...exact, text: planText(query.text, completions) }
}

function correct(query: SearchQuery, scope: SearchScope): Readonly<{ found: Found; text: string }> | undefined {
  const text = correctedText(query.text)
  if (text === undefined) return undefined
  const found = findMatches({ ...query, text }, scope)
  return found.matches.length > 0 ? { found, text } : undefined
}

function totalOf(read: number): CappedCount {
  return { count: Math.min(read, countCap), isCapped: read > countCap }
}

type Page = Readonly<{ cards: SearchResult['cards']; paging: SearchPaging }>

function pageOf({ plan, matches }: Found, query: SearchQuery, view: View): Page {
  const isAll = matches.length < mostRead
  const pages = Math.max(1, Math.min(numberedPages, Math.ceil(matches.length / adsPerPage)))
  const number = query.before === '' ? Math.min(query.page, pages) : pages
  const known = { matches, isAll }
  const slice = readInOrder(plan, query, { known, skip: (number - 1) * adsPerPage, take: adsPerPage + 1 })
  const shown = slice.slice(0, adsPerPage)
  const last = shown.at(-1)
  const hasMore = slice.length > adsPerPage && last !== undefined
  const isNumbered = query.before === '' && number < pages
  const goOn = (): SearchQuery => ({ ...query, page: 1, before: last ? cursorAfter(plan, query, last) : '' })
  return {
    cards: listCards(withFeaturedFirst(keysOf(shown), featuredOn(plan, query)), view),
    paging: {
      number,
      pages,
      previous: query.before === '' && number > 1 ? { ...query, page: number - 1 } : null,
      next: hasMore ? (isNumbered ? { ...query, page: number + 1 } : goOn()) : null,
    },
  }
}

/** The paid places of a search: on its first page only, in the order of publication only. */
function featuredOn(plan: SearchPlan, query: SearchQuery): readonly number[] {
  if (query.before !== '' || query.page !== 1 || query.sort !== 'recent') return []
  const limit = Math.floor(adsPerPage / oneFeaturedIn)
  return keysOf(readMatches(plan, { expression: narrowed(looseExpression(plan), featuredMark), limit }))
}

function keysOf(rows: readonly Readonly<{ sortKey: number }>[]): readonly number[] {
  return rows.map(({ sortKey }) => sortKey)
}

type Asked = Readonly<{ query: SearchQuery; scope: Scope; view: View }>

function facetsOf({ plan, matches }: Found, { query, scope, view }: Asked): SearchFacets {
  const { tree, category } = scope
  const counted: Counted = { matches, isCapped: matches.length > countCap }
  const facetView: FacetView = {
    query,
    locale: view.locale,
    currency: category?.currency ?? tree.roots[0]?.currency ?? 'EUR',
    freeLabel: freeLabels[view.locale],
  }
  return {
    categories: categoryFacet(tree, counted, facetView),
    cost: costFacet(scope.revealPrices, costCounter(plan, counted, { query, scope }), facetView),
    fields: category ? fieldFacets(category, valueCounter(plan, counted, query), facetView) : [],
  }
}

/** The other prices of a filter in use are counted without it, or they would all show nothing. */
function costCounter(plan: SearchPlan, counted: Counted, { query, scope }: Pick<Asked, 'query' | 'scope'>) {
  if (query.cost === null)
    return (minor: number): CappedCount => {
      const count = counted.matches.filter(({ revealMinor }) => revealMinor <= minor).length
      return { count: Math.min(count, countCap), isCapped: counted.isCapped }
    }
  const others = planWithout(plan, ({ kind }) => kind === 'cost')
  return (minor: number): CappedCount => {
    const parts = planParts(
      { ...emptyQuery, cost: minor === 0 ? 'free' : minor },
      { ...scope, category: null, place: null },
    )
    return countCapped({ ...others, parts: [...others.parts, ...parts] })
  }
}

function valueCounter(plan: SearchPlan, counted: Counted, query: SearchQuery) {
  const all = countFieldValues(counted.matches)
  return ({ key }: FieldDto): ValueCounts => {
    if (query.filters[key]?.kind !== 'values') return { counts: all.get(key) ?? new Map(), isCapped: counted.isCapped }
    const others = planWithout(plan, (constraint) => constraint.kind === 'field' && constraint.key === key)
    const matches = readMatches(others, { limit: mostRead })
    return { counts: countFieldValues(matches).get(key) ?? new Map(), isCapped: matches.length > countCap }
  }
}

function countCapped(plan: SearchPlan): CappedCount {
  return totalOf(countMatches(plan, { limit: countCap + 1 }))
}

/** Each thing asked for, taken away alone, where that finds something; and the place searched wider. */
function relaxationsOf(query: SearchQuery): readonly Relaxation[] {
  const relaxed = new Map<string, Readonly<{ remove: Constraint; query: SearchQuery }>>()
  for (const constraint of activeConstraints(query)) {
    const remove = constraint.kind === 'field' ? { ...constraint, value: null } : constraint
    relaxed.set(JSON.stringify(remove), { remove, query: withoutConstraint(query, remove) })
  }
  if (query.place !== '' && (query.radiusKm ?? usualRadiusKm) < largestRadiusKm) {
    const wider = { ...query, radiusKm: largestRadiusKm, page: 1, before: '' }
    relaxed.set('radius', { remove: { kind: 'radius' }, query: wider })
  }
  return [...relaxed.values()].flatMap((way) => {
    const scope = scopeOf(way.query)
    const plan = planFor(way.query, scope)
    const exact = countCapped(plan)
    const widened = exact.count < adsPerPage ? widenedPlan(way.query, plan) : undefined
    const total = widened ? countCapped(widened) : exact
    return total.count === 0 ? [] : { ...way, total }
  })
}
