import type { NumberItem } from './number-items.ts'
import { groupingWeight, isLikeBosch, shapeOf } from './number-shapes.ts'
import { isUnit, type NumberContext } from './phone-context.ts'
import type { ReadText } from './read-words.ts'

/** A row of numbers by place, its figures, and the words before it, looked up only where they matter. */
export type Row = Readonly<{ first: number; last: number; digits: string; context: () => NumberContext }>

/** Weighs a row: 3 is a doubtful telephone number, from 4 on it is a sure one. */
export function scoreOf(text: ReadText, items: readonly NumberItem[], row: Row): number {
  const { first, last, digits } = row
  const numbers = items.slice(first, last + 1)
  const [head] = numbers
  if (!head || numbers.some((item) => isUnit(text, item))) return 0
  const spelled = numbers.filter(({ isSpelled }) => isSpelled).length
  const shape = shapeOf(digits, startWithPlus(text, head.start) < head.start || isSpokenPlus(text, head))
  if (!shape) return unknownPlanScore(row, spelled)
  const context = row.context()
  const lengths = numbers.map(({ digits: part }) => part.length)
  const grouping = spelled > 0 ? (digits.startsWith('0') ? 3 : 2) : groupingWeight(lengths, shape.country)
  if (context.isMeasured || (grouping < leastGrouping(shape.weight) && spelled < 3 && !context.calls)) return 0
  let score = shape.weight + (shape.isMobile && grouping < 0 ? 0 : grouping) + (shape.isMobile ? 1 : 0)
  if (context.codes) score -= context.isBosch ? 3 : 2
  if (goesOn(text, items, row)) score -= 2
  return context.calls ? score + 2 : score - listWeight(text, numbers, { lengths, digits, spelled, context })
}

/** Without a nought or a plus in front, only the way it is grouped tells a number from any other figures. */
const leastGrouping = (weight: number) => (weight === 0 ? 3 : weight < 1 ? 2 : -3)

type Signs = Readonly<{ lengths: readonly number[]; digits: string; spelled: number; context: NumberContext }>

/** What speaks for a part number or a list where no word of calling stands before. */
function listWeight(
  text: ReadText,
  numbers: readonly NumberItem[],
  { lengths, digits, spelled, context }: Signs,
): number {
  let weight = 0
  if (isLikeBosch(digits, lengths)) weight += 3
  if (isListInSteps(numbers) || isTimetable(text, numbers)) weight += 4
  if (spelled === 0 && isEnumeration(text, numbers)) weight += 2
  if (context.isPart && !context.codes && spelled === 0 && groupingWeight(lengths, 'FR') < 3) weight += 1
  return weight
}

const plusBefore = /\+\s?\(?\s?$/

/** Where a number begins, a plus sign before it included. */
export const startWithPlus = (text: ReadText, start: number) =>
  start - (plusBefore.exec(text.letters.slice(Math.max(0, start - 4), start))?.[0].length ?? 0)

/** `plus trente-trois six …`. */
const isSpokenPlus = (text: ReadText, head: NumberItem) => text.words[head.words[0] - 1]?.text === 'plus'

/** Numbers of no known plan: a long row in words that begins with nought, or figures right after a calling word. */
function unknownPlanScore({ digits, context }: Row, spelled: number): number {
  if (spelled >= 3 && digits.startsWith('0') && digits.length >= 8) return 4
  if (digits.length > 13 || (spelled < 4 && !/^(?:[1-9]\d{7}$|0\d{8})/.test(digits))) return 0
  const { calls, codes, isMeasured } = context()
  return calls && !codes && !isMeasured ? 3 : 0
}

/** Sizes and quantities rise in small steps (06 08 10 12 14), telephone numbers do not. */
function isListInSteps(row: readonly NumberItem[]): boolean {
  if (row.length < 4) return false
  return row.every(({ digits }, at) => {
    const step = at === 0 ? 1 : Number(digits) - Number(row[at - 1]?.digits)
    return digits.length <= 2 && step > 0 && step <= 12
  })
}

/** Months with years (06/68, 09/71) and hours (08:30-12:00): the signs alternate, and every other number is small. */
function isTimetable(text: ReadText, row: readonly NumberItem[]): boolean {
  if (row.length < 4) return false
  const gaps = row.slice(1).map((item, at) => gapOf(text, row[at], item))
  const [sign = ''] = gaps
  if (!/^[/:.-]$/.test(sign)) return false
  return (
    gaps.every((gap, at) => (gap === sign) === (at % 2 === 0)) &&
    row.every(({ digits }, at) => digits.length === 2 && (at % 2 === 1 || Number(digits) <= 24))
  )
}

/** `6, 12, 34, 56 et 78` counts things. */
function isEnumeration(text: ReadText, row: readonly NumberItem[]): boolean {
  return (
    row.length >= 4 &&
    row
      .slice(1)
      .every((item, at) =>
        /^\s?,\s(?:(?:le|la|les|the|du|de)\s)?$|^ (?:et|and|ou|or) (?:(?:le|la|les|the)\s)?$/.test(
          gapOf(text, row[at], item),
        ),
      )
  )
}

/** Whether the row is only a piece of a longer one: the same gap, and a number of the same length, on either side. */
function goesOn(text: ReadText, items: readonly NumberItem[], { first, last }: Row): boolean {
  const ahead = items[first - 1]
  if (ahead && !ahead.isSpelled && /^(?:\d|\d{3})$/.test(ahead.digits) && gapOf(text, ahead, items[first]) === ' ')
    return true
  if (hasSiblings(items, { first, last })) return true
  if (first === last) return false
  const gap = gapOf(text, items[first], items[first + 1])
  const isMore = (one: NumberItem | undefined, other: NumberItem | undefined, length: number | undefined) =>
    one !== undefined && other !== undefined && gapOf(text, one, other) === gap && length === 2
  const after = items[last + 1]
  const before = items[first - 1]
  if (after && /^0[1-9]/.test(after.digits) && after.digits.length === 2) return false
  return isMore(items[last], after, after?.digits.length) || isMore(before, items[first], before?.digits.length)
}

/** Whether the row before it is grouped the same and no telephone number: both are part numbers then. */
function hasSiblings(
  items: readonly NumberItem[],
  { first, last }: Readonly<{ first: number; last: number }>,
): boolean {
  const length = last - first + 1
  if (length < 2 || first < length) return false
  for (let step = 0; step < length; step += 1) {
    const one = items[first + step]
    const other = items[first + step - length]
    if (!one || !other || other.isSpelled || one.digits.length !== other.digits.length) return false
  }
  return !/^(?:0|33|44)/.test(items[first - length]?.digits ?? '')
}

const gapOf = (text: ReadText, one: NumberItem | undefined, other: NumberItem | undefined) =>
  one && other ? text.letters.slice(one.end, other.start) : ''
