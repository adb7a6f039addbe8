import type { CategoryDto, FieldDto } from '../categories/categories.ts'
import { kmPerDegreeEast, kmPerDegreeNorth, type PlaceDto } from '../places/places.ts'
import { calendarRangeMarks } from './calendar-marks.ts'
import { type Bounds, rangeMarks, wholeRangeMarks } from './number-marks.ts'
import type { Constraint, FieldFilter, SearchQuery } from './search.ts'
import { allOf, anyOf, groupOf, type Operand, phraseOf } from './search-expression.ts'
import {
  categoryMark,
  circleMarks,
  costMark,
  type FieldName,
  fieldChoiceMark,
  fieldNumberName,
  fieldValueMarks,
  isNumberField,
  nothingMark,
  priceName,
  titleMark,
} from './search-marks.ts'
import type { Match } from './search-match.ts'
import { parseSearchText, wordsOf } from './search-words.ts'

/** What marks only narrow down, for each of the candidates. */
export type Check = (candidate: Match) => boolean

/** One filter of a search: what the index must have, and what is left to check on its candidates. */
export type PlanPart = Readonly<{
  constraint: Constraint
  operand: Operand
  check?: Check
  /** Of prices, minor units. */
  bounds?: Bounds
}>

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
    const part = category && filter && field.isFilterable ? fieldPart(category.id, field, filter) : undefined
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
  const hasField = plan.parts.some(({ constraint }) => constraint.kind === 'field')
  const needed = plan.parts.filter(({ constraint }) => !(hasField && constraint.kind === 'category'))
  return allOf([...plan.text[where], ...needed.map((part) => part.operand)])
}

/** The same without the filters that are checked on each candidate anyway. */
export function looseExpression(plan: SearchPlan, where?: keyof PlanText): string {
  return planExpression({ ...plan, parts: plan.parts.filter((part) => !part.check) }, where)
}

export function planWithout(plan: SearchPlan, isDropped: (constraint: Constraint) => boolean): SearchPlan {
  return { ...plan, parts: plan.parts.filter((part) => !isDropped(part.constraint)) }
}

function circlePart(place: PlaceDto, radiusKm: number): PlanPart {
  const kmNorth = kmPerDegreeNorth()
  const kmEast = kmPerDegreeEast(place.latitude)
  return {
    constraint: { kind: 'place' },
    operand: anyOf(circleMarks(place, radiusKm)),
    check: ({ latitude, longitude }) =>
      ((latitude - place.latitude) * kmNorth) ** 2 + ((longitude - place.longitude) * kmEast) ** 2 <= radiusKm ** 2,
  }
}

function pricePart({ minMinor: from, maxMinor: to }: SearchQuery): PlanPart {
  return {
    constraint: { kind: 'price' },
    operand: anyOrNothing(wholeRangeMarks(priceName, { from, to })),
    check: ({ priceMinor }) => priceMinor !== null && isWithin(priceMinor, { from, to }),
    bounds: { from, to },
  }
}

function costPart(cost: 'free' | number, revealPrices: readonly number[]): PlanPart {
  const most = cost === 'free' ? 0 : cost
  const marks = revealPrices.filter((price) => price <= most).map(costMark)
  return { constraint: { kind: 'cost' }, operand: anyOrNothing(marks) }
}

function fieldPart(categoryId: number, field: FieldDto, filter: FieldFilter): PlanPart | undefined {
  const constraint: Constraint = { kind: 'field', key: field.key, value: null }
  const name: FieldName = { categoryId, key: field.key }
  if (isNumberField(field))
    return filter.kind === 'range' ? { constraint, ...rangeOf(fieldNumberName(name), field, filter) } : undefined
  if (filter.kind !== 'values') return undefined
  if (field.type !== 'text')
    return { constraint, operand: anyOf(filter.values.map((value) => fieldChoiceMark(name, value))) }
  const worded = filter.values.filter((value) => wordsOf(value).length > 0)
  const operands = worded.map((value) => groupOf(allOf(fieldValueMarks(name, value))))
  return operands.length === 0 ? undefined : { constraint, operand: anyOf(operands) }
}

/** Bounds of money are typed in euros or pounds and kept, as the values are, in minor units. */
function rangeOf(name: string, field: FieldDto, typed: Bounds): Pick<PlanPart, 'operand' | 'check'> {
  if (field.type === 'year' || field.type === 'date')
    return { operand: anyOrNothing(calendarRangeMarks(name, typed, field.type)) }
  const scale = field.type === 'money' ? 100 : 1
  const bounds: Bounds = {
    from: typed.from === null ? null : typed.from * scale,
    to: typed.to === null ? null : typed.to * scale,
  }
  return {
    operand: anyOrNothing((field.type === 'number' ? rangeMarks : wholeRangeMarks)(name, bounds)),
    check: ({ numbers }) => isWithin(numbers[field.key] ?? Number.NaN, bounds),
  }
}

function isWithin(value: number, { from, to }: Bounds): boolean {
  return value >= (from ?? 0) && value <= (to ?? Number.POSITIVE_INFINITY)
}

function anyOrNothing(marks: readonly string[]): Operand {
  return anyOf(marks.length === 0 ? [nothingMark] : marks)
}
