import type { CategoryDto } from '../categories/categories.ts'
import type { PlaceDto } from '../places/places.ts'
import type { AdCard } from './ads.ts'

export const sorts = ['recent', 'relevance', 'price_asc', 'price_desc'] as const
export type Sort = (typeof sorts)[number]

/** One filter on a custom field: values of a list or words of a text (any of them), or bounds of a number. */
export type FieldFilter = Readonly<
  { kind: 'values'; values: readonly string[] } | { kind: 'range'; from: number | null; to: number | null }
>

/** Everything a search address says. */
export type SearchQuery = Readonly<{
  text: string
  /** Key of a category (`vehicules/motos`); empty for all. */
  category: string
  /** A town as typed or its slug; empty for everywhere. */
  place: string
  radiusKm: number | null
  minMinor: number | null
  maxMinor: number | null
  /** What the contact may cost: nothing, or at most so many minor units; null for any. */
  cost: 'free' | number | null
  filters: Readonly<Record<string, FieldFilter>>
  sort: Sort
  /** From 1. */
  page: number
  /** Where a list deeper than the numbered pages goes on; empty at the start. */
  before: string
}>

export const emptyQuery: SearchQuery = {
  text: '',
  category: '',
  place: '',
  radiusKm: null,
  minMinor: null,
  maxMinor: null,
  cost: null,
  filters: {},
  sort: 'recent',
  page: 1,
  before: '',
}

/** Something a visitor can take away again: a chip. */
export type Constraint = Readonly<
  | { kind: 'text' | 'category' | 'place' | 'radius' | 'price' | 'cost' }
  | { kind: 'field'; key: string; value: string | null }
>

/** A number that is exact below the cap, and "at least this" at it. */
export type CappedCount = Readonly<{ count: number; isCapped: boolean }>

/** One line of a facet; `query` is the search with this line taken (or dropped, when it is selected). */
export type FacetOption = Readonly<{
  value: string
  label: string
  total: CappedCount
  isSelected: boolean
  query: SearchQuery
}>

export type FieldFacet = Readonly<{
  key: string
  label: string
  unit: string | null
  type: 'choice' | 'boolean' | 'text' | 'range'
  /** Empty for ranges. For texts the most frequent values. */
  options: readonly FacetOption[]
  /** The bounds are days, as numbers like 20261122. */
  isDate?: boolean
  /** The bounds in force, for ranges. */
  from: number | null
  to: number | null
}>

export type SearchFacets = Readonly<{
  categories: readonly FacetOption[]
  /** Contact cost: `free`, then each price on the site as "up to". */
  cost: readonly FacetOption[]
  fields: readonly FieldFacet[]
}>

/** A way out of an empty result: without this constraint there are so many. */
export type Relaxation = Readonly<{ remove: Constraint; query: SearchQuery; total: CappedCount }>

export type SearchPaging = Readonly<{
  number: number
  /** Numbered pages that can be opened; deeper ones are reached by `next`. */
  pages: number
  previous: SearchQuery | null
  next: SearchQuery | null
}>

export type SearchResult = Readonly<{
  /** As applied: unknown values dropped, the place by its slug. */
  query: SearchQuery
  total: CappedCount
  cards: readonly AdCard[]
  facets: SearchFacets
  paging: SearchPaging
  category: CategoryDto | null
  place: PlaceDto | null
  /** Radius in force around `place`, km. */
  radiusKm: number | null
  /** What was typed as a place and is not one. */
  unknownPlace: string | null
  /** Set when nothing matched the words typed and these results are for the nearest spelling. */
  correction: Readonly<{ typed: string; used: string }> | null
  /** Only when nothing was found. */
  relaxations: readonly Relaxation[]
}>
