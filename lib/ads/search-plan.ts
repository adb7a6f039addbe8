import type { CategoryDto, FieldDto } from '../categories/categories.ts'
import { kmPerDegreeEast, kmPerDegreeNorth, type PlaceDto } from '../places/places.ts'
import { rangeMarks, wholeRangeMarks } from './number-marks.ts'
import type { Constraint, FieldFilter, SearchQuery } from './search.ts'
import { allOf, anyOf, groupOf, type Operand, phraseOf } from './search-expression.ts'
import {
  categoryMark,
  circleMarks,
  costMark,
  fieldChoiceMark,
  fieldNumberName,
  fieldValueMarks,
  isNumberField,
  nothingMark,
  priceName,
  titleMark,
} from './search-marks.ts'
import { parseSearchText, wordsOf } from './search-words.ts'

/** A condition that marks only narrow down: SQL over `search_documents d`, with its named values. */
export type Check = Readonly<{ sql: string; values: Readonly<Record<string, number>> }>

/** One filter of a search: what the index must have, and what is left to check on its candidates. */
export type PlanPart = Readonly<{ constraint: Constraint; operand: Operand; check?: Check }>

/** The words in three forms: as typed, with the last word as the beginning of others, and each of these in the title. */
export type PlanText = Readonly<{ anywhere: readonly Operand[]; inTitle: readonly Operand[] }>

export type SearchPlan = Readonly<{ parts: readonly PlanPart[]; text: PlanText }>

/** What a query's names mean on this site. */
export type SearchScope = Readonly<{
  category: CategoryDto | null
  place: PlaceDto | null
  radiusKm: number | null
  /** Every price of a contact in use, minor units. */
  revealPrices: readonly number[]
}>

/** The filters of a search; words are added by {@link planText}. */
export function planParts(query: SearchQuery, scope: SearchScope): readonly PlanPart[] {
  const { category, place, radiusKm } = scope
  const parts: PlanPart[] = []
  if (category) parts.push({ constraint: { kind: 'category' }, operand: categoryMark(category.id) })
  if (place && radiusKm !== null) parts.push(circlePart(place, radiusKm))
  if (query.minMinor !== null || query.maxMinor !== null) parts.push(pricePart(query))
  if (query.cost !== null) parts.push(costPart(query.cost, scope.revealPrices))
  for (const field of category?.fields ?? []) {
    const filter = query.filters[field.key]
    const part = filter && field.isFilterable ? fieldPart(field, filter) : undefined
    if (part) parts.push(part)
  }
  return parts
}

/** @param completions Words that the last one may be the beginning of; none for the words as typed. */
export function planText(text: string, completions: readonly string[] = []): PlanText {
  const { phrases } = parseSearchText(text)
  const last = phrases.length - 1
  const operandOf = (phrase: readonly string[], at: number, wordAs: (word: string) => string): Operand => {
    if (at === last && completions.length > 0) return anyOf([...phrase, ...completions].map(wordAs))
    return phraseOf(phrase.map(wordAs))
  }
  return {
    anywhere: phrases.map((phrase, at) => operandOf(phrase, at, (word) => word)),
    inTitle: phrases.map((phrase, at) => operandOf(phrase, at, titleMark)),
  }
}

/** The whole search as one expression; empty when there is nothing to match and every ad is meant. */
export function planExpression(plan: SearchPlan, where: keyof PlanText = 'anywhere'): string {
  return allOf([...plan.text[where], ...plan.parts.map((part) => part.operand)])
}

export function planWithout(plan: SearchPlan, isDropped: (constraint: Constraint) => boolean): SearchPlan {
  return { ...plan, parts: plan.parts.filter((part) => !isDropped(part.constraint)) }
}

function circlePart(place: PlaceDto, radiusKm: number): PlanPart {
  return {
    constraint: { kind: 'place' },
    operand: anyOf(circleMarks(place, radiusKm)),
    check: {
      sql: `((d.latitude - @latitude) * @kmNorth) * ((d.latitude - @latitude) * @kmNorth)
        + ((d.longitude - @longitude) * @kmEast) * ((d.longitude - @longitude) * @kmEast) <= @radius * @radius`,
      values: {
        latitude: place.latitude,
        longitude: place.longitude,
        kmNorth: kmPerDegreeNorth(),
        kmEast: kmPerDegreeEast(place.latitude),
        radius: radiusKm,
      },
    },
  }
}

function pricePart({ minMinor, maxMinor }: SearchQuery): PlanPart {
  const marks = wholeRangeMarks(priceName, { from: minMinor, to: maxMinor })
  return {
    constraint: { kind: 'price' },
    operand: anyOrNothing(marks),
    check: {
      sql: 'd.price_minor between @minPrice and @maxPrice',
      values: { minPrice: minMinor ?? 0, maxPrice: maxMinor ?? Number.MAX_SAFE_INTEGER },
    },
  }
}

function costPart(cost: 'free' | number, revealPrices: readonly number[]): PlanPart {
  const most = cost === 'free' ? 0 : cost
  const marks = revealPrices.filter((price) => price <= most).map(costMark)
  return { constraint: { kind: 'cost' }, operand: anyOrNothing(marks) }
}

function fieldPart(field: FieldDto, filter: FieldFilter): PlanPart | undefined {
  const constraint: Constraint = { kind: 'field', key: field.key, value: null }
  if (isNumberField(field)) return filter.kind === 'range' ? rangePart(field, filter) : undefined
  if (filter.kind !== 'values') return undefined
  if (field.type !== 'text')
    return { constraint, operand: anyOf(filter.values.map((value) => fieldChoiceMark(field.key, value))) }
  const worded = filter.values.filter((value) => wordsOf(value).length > 0)
  const operands = worded.map((value) => groupOf(allOf(fieldValueMarks(field.key, value))))
  return operands.length === 0 ? undefined : { constraint, operand: anyOf(operands) }
}

/** Bounds of money are typed in euros or pounds and kept, as the values are, in minor units. */
function rangePart(field: FieldDto, typed: Readonly<{ from: number | null; to: number | null }>): PlanPart {
  const scale = field.type === 'money' ? 100 : 1
  const from = typed.from === null ? null : typed.from * scale
  const to = typed.to === null ? null : typed.to * scale
  const isWhole = field.type !== 'number'
  const marks = (isWhole ? wholeRangeMarks : rangeMarks)(fieldNumberName(field.key), { from, to })
  const name = field.key.replace(/[^a-z0-9_]/g, '')
  return {
    constraint: { kind: 'field', key: field.key, value: null },
    operand: anyOrNothing(marks),
    check: {
      sql: `json_extract(d.field_values, '$."${name}"') between @from_${name} and @to_${name}`,
      values: { [`from_${name}`]: from ?? 0, [`to_${name}`]: to ?? Number.MAX_SAFE_INTEGER },
    },
  }
}

function anyOrNothing(marks: readonly string[]): Operand {
  return anyOf(marks.length === 0 ? [nothingMark] : marks)
}
