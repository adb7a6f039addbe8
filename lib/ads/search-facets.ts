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
import { wordsOf } from './search-words.ts'

/** The matches a facet counts: those of the search without the facet's own filter, so that its other options show. */
export type Counted = Readonly<{
  matches: readonly Readonly<{ categoryId: number; revealMinor: number; fieldValues: string }>[]
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
  return childCategories(tree, current).map((category) => ({
    value: category.key,
    label: category.label[locale],
    total: { count: sums.get(category.id) ?? 0, isCapped: counted.isCapped },
    isSelected: false,
    query: { ...fromFirstPage(query), category: category.key },
  }))
}

/** `free`, then each price in use as "up to". */
export function costFacet(prices: readonly number[], counted: Counted, view: FacetView): readonly FacetOption[] {
  const { query, locale, currency, freeLabel } = view
  return [0, ...prices.filter((price) => price > 0)].slice(0, mostCostOptions).map((price) => {
    const cost = price === 0 ? ('free' as const) : price
    const isSelected = query.cost === cost
    const matches = counted.matches.filter(({ revealMinor }) => revealMinor <= price)
    return {
      value: price === 0 ? 'free' : String(price),
      label: price === 0 ? freeLabel : `≤ ${formatMoney(money(price, currency), locale)}`,
      total: { count: matches.length, isCapped: counted.isCapped },
      isSelected,
      query: { ...fromFirstPage(query), cost: isSelected ? null : cost },
    }
  })
}

/** The facets of a category's filterable fields; `countedFor` gives the matches for one field's facet. */
export function fieldFacets(
  category: CategoryDto,
  countedFor: (field: FieldDto) => Counted,
  view: FacetView,
): readonly FieldFacet[] {
  const tallies = new Map<Counted, Tally>()
  return category.fields
    .filter((field) => field.isFilterable)
    .map((field) => {
      if (isNumberField(field)) return rangeFacet(field, view)
      const counted = countedFor(field)
      const tally = tallies.get(counted) ?? tallyOf(counted, category)
      tallies.set(counted, tally)
      return valueFacet(field, { counts: tally.get(field.key) ?? new Map(), isCapped: counted.isCapped }, view)
    })
}

/** How often each value of each field occurs. */
type Tally = ReadonlyMap<string, ReadonlyMap<string, number>>

function tallyOf(counted: Counted, category: CategoryDto): Tally {
  const wanted = category.fields.filter((field) => field.isFilterable && !isNumberField(field)).map(({ key }) => key)
  const tally = new Map(wanted.map((key) => [key, new Map<string, number>()]))
  for (const { fieldValues } of counted.matches) {
    const values: Readonly<Record<string, unknown>> = JSON.parse(fieldValues)
    for (const key of wanted) {
      const counts = tally.get(key)
      if (values[key] === undefined || !counts) continue
      const value = String(values[key])
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return tally
}

function rangeFacet(field: FieldDto, { query, locale }: FacetView): FieldFacet {
  const filter = query.filters[field.key]
  const bounds = filter?.kind === 'range' ? filter : { from: null, to: null }
  return { ...named(field, locale), type: 'range', options: [], from: bounds.from, to: bounds.to }
}

type Counts = Readonly<{ counts: ReadonlyMap<string, number>; isCapped: boolean }>

function valueFacet(field: FieldDto, counts: Counts, view: FacetView): FieldFacet {
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
function textValues(counts: ReadonlyMap<string, number>, selected: readonly string[]): readonly string[] {
  const values = new Map(selected.map((value) => [knownWords(value).join(' '), value]))
  for (const [value] of [...counts].sort(([, left], [, right]) => right - left)) {
    if (values.size >= mostTextOptions) break
    const words = knownWords(value).join(' ')
    if (words !== '' && !values.has(words)) values.set(words, value)
  }
  return [...values.values()]
}

/** What a click would show: a text matches when it has every word of the option. */
function countOf(field: FieldDto, value: string, { counts, isCapped }: Counts): CappedCount {
  if (field.type !== 'text') return { count: counts.get(value) ?? 0, isCapped }
  const wanted = knownWords(value)
  let count = 0
  for (const [text, times] of counts) {
    const words = knownWords(text)
    if (wanted.every((word) => words.includes(word))) count += times
  }
  return { count, isCapped }
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
