import {
  type CategoryDto,
  type CategoryTree,
  categoryTrail,
  childCategories,
  type FieldDto,
} from '../categories/categories.ts'
import type { Locale } from '../i18n/locales.ts'
import { formatMoney } from '../money/format-money.ts'
import { type Currency, money } from '../money/money.ts'
import { fieldValueText } from './ad-facts.ts'
import type { CappedCount, FacetOption, FieldFacet, SearchQuery } from './search.ts'
import { withFieldValue, withoutFieldValue } from './search-constraints.ts'
import { isNumberField } from './search-marks.ts'
import type { Match } from './search-match.ts'
import { wordsOf } from './search-words.ts'

/** The matches a facet counts: those of the search without the facet's own filter, so that its other options show. */
export type Counted = Readonly<{
  matches: readonly Pick<Match, 'categoryId' | 'revealMinor' | 'values'>[]
  isCapped: boolean
}>

export type FacetView = Readonly<{ query: SearchQuery; locale: Locale; currency: Currency; freeLabel: string }>

const mostTextOptions = 12
const mostCostOptions = 6

/** The categories right below the one in force, with what they hold. */
export function categoryFacet(
  tree: CategoryTree,
  counted: Counted,
  { query, locale }: FacetView,
): readonly FacetOption[] {
  const current = query.category === '' ? null : (tree.byKey.get(query.category)?.id ?? null)
  const counts = new Map<number, number>()
  for (const { categoryId } of counted.matches) counts.set(categoryId, (counts.get(categoryId) ?? 0) + 1)
  const sums = new Map<number, number>()
  for (const [id, count] of counts)
    for (const above of categoryTrail(tree, id)) sums.set(above.id, (sums.get(above.id) ?? 0) + count)
  const shown = childCategories(tree, current).filter(({ isActive }) => isActive)
  return shown.map((category) => ({
    value: category.key,
    label: category.label[locale],
    total: { count: sums.get(category.id) ?? 0, isCapped: counted.isCapped },
    isSelected: false,
    query: { ...fromFirstPage(query), category: category.key },
  }))
}

/** `free`, then each price in use as "up to"; `countUpTo` counts what costs at most so much. */
export function costFacet(
  prices: readonly number[],
  countUpTo: (minor: number) => CappedCount,
  view: FacetView,
): readonly FacetOption[] {
  const { query, locale, currency, freeLabel } = view
  return [0, ...prices.filter((price) => price > 0)].slice(0, mostCostOptions).map((price) => {
    const cost = price === 0 ? ('free' as const) : price
    const isSelected = query.cost === cost
    return {
      value: price === 0 ? 'free' : String(price),
      label: price === 0 ? freeLabel : `≤ ${formatMoney(money(price, currency), locale)}`,
      total: countUpTo(price),
      isSelected,
      query: { ...fromFirstPage(query), cost: isSelected ? null : cost },
    }
  })
}

/** How often each value of a field occurs among the matches a facet counts. */
export type ValueCounts = Readonly<{ counts: ReadonlyMap<string, number>; isCapped: boolean }>

/** The facets of a category's filterable fields; numbers have bounds instead of counts. */
export function fieldFacets(
  category: CategoryDto,
  countsFor: (field: FieldDto) => ValueCounts,
  view: FacetView,
): readonly FieldFacet[] {
  return category.fields
    .filter((field) => field.isFilterable)
    .map((field) => (isNumberField(field) ? rangeFacet(field, view) : valueFacet(field, countsFor(field), view)))
}

function rangeFacet(field: FieldDto, { query, locale }: FacetView): FieldFacet {
  const filter = query.filters[field.key]
  const bounds = filter?.kind === 'range' ? filter : { from: null, to: null }
  return {
    ...named(field, locale),
    type: 'range',
    isDate: field.type === 'date',
    options: [],
    from: bounds.from,
    to: bounds.to,
  }
}

function valueFacet(field: FieldDto, counts: ValueCounts, view: FacetView): FieldFacet {
  const filter = view.query.filters[field.key]
  const selected = filter?.kind === 'values' ? filter.values : []
  const values = field.type === 'text' ? textValues(counts.counts, selected) : fixedValues(field, selected)
  const options = values.map((value): FacetOption => {
    const isSelected = selected.includes(value)
    const query = fromFirstPage(view.query)
    return {
      value,
      label: fieldValueText(field, field.type === 'boolean' ? value === 'true' : value, view),
      total: countOf(field, value, counts),
      isSelected,
      query: isSelected ? withoutFieldValue(query, field.key, value) : withFieldValue(query, field.key, value),
    }
  })
  const type = field.type === 'text' || field.type === 'boolean' ? field.type : 'choice'
  return { ...named(field, view.locale), type, options, from: null, to: null }
}

function named(field: FieldDto, locale: Locale): Pick<FieldFacet, 'key' | 'label' | 'unit'> {
  return { key: field.key, label: field.label[locale], unit: field.unit }
}

function fixedValues(field: FieldDto, selected: readonly string[]): readonly string[] {
  if (field.type === 'boolean') return selected.includes('false') ? ['true', 'false'] : ['true']
  return field.options.map(({ value }) => value)
}

/** The most frequent spellings of the most frequent texts, and whatever is selected. */
function textValues(counts: ValueCounts['counts'], selected: readonly string[]): readonly string[] {
  const values = new Map(selected.map((value) => [knownWords(value).join(' '), value]))
  for (const [value] of [...counts].sort(([, left], [, right]) => right - left)) {
    if (values.size >= mostTextOptions) break
    const words = knownWords(value).join(' ')
    if (words !== '' && !values.has(words)) values.set(words, value)
  }
  return [...values.values()]
}

/** What a click would show: a text matches when it has every word of the option. */
function countOf(field: FieldDto, value: string, { counts, isCapped }: ValueCounts): CappedCount {
  if (field.type !== 'text') return { count: counts.get(value) ?? 0, isCapped: isCapped && counts.has(value) }
  const wanted = knownWords(value)
  let total = 0
  for (const [text, count] of counts) {
    const words = knownWords(text)
    if (wanted.every((word) => words.includes(word))) total += count
  }
  return { count: total, isCapped: isCapped && total > 0 }
}

const folded = new Map<string, readonly string[]>()

/** Folding a text costs more than all the rest of a count, and the same few thousand values come again and again. */
function knownWords(text: string): readonly string[] {
  const known = folded.get(text)
  if (known) return known
  if (folded.size >= 20_000) folded.clear()
  const words = wordsOf(text)
  folded.set(text, words)
  return words
}

function fromFirstPage(query: SearchQuery): SearchQuery {
  return { ...query, page: 1, before: '' }
}
