import type { NumberItem } from './number-items.ts'
import { groupingWeight, isLikeBosch, shapeOf } from './number-shapes.ts'
import { contextOf, isUnit } from './phone-context.ts'
import { findBetween, type ReadText } from './read-words.ts'
import type { Find } from './screening.ts'

const longestNumber = 15
const doubtfulFrom = 3
const sureFrom = 4

/**
 * Finds telephone numbers in rows of figures and number words with hardly anything between them.
 *
 * Each row that some numbering plan knows is weighed: how it is grouped, what words stand before, whether it goes on,
 * whether it is a list in steps. Part numbers have the length of telephone numbers, so no single sign decides.
 */
export function findPhones(text: ReadText, items: readonly NumberItem[]): readonly Find[] {
  const finds: Find[] = []
  for (let at = 0; at < items.length; ) {
    const best = bestFrom(text, items, at)
    if (best) finds.push(best.find)
    at = best ? best.next : at + 1
  }
  return finds
}

type Candidate = Readonly<{ find: Find; next: number; score: number }>

function bestFrom(text: ReadText, items: readonly NumberItem[], first: number): Candidate | undefined {
  let best: Candidate | undefined
  let digits = ''
  for (let last = first; last < Math.min(items.length, first + longestNumber); last += 1) {
    const item = items[last]
    const before = items[last - 1]
    if (!item || item.isCode || (last > first && before && !isClose(text, before, item))) break
    digits += item.digits
    if (digits.length > longestNumber) break
    const score = digits.length < 8 ? 0 : scoreOf(text, items, { first, last, digits })
    if (score < doubtfulFrom || score < (best?.score ?? 0)) continue
    best = { score, next: last + 1, find: findOf(text, items.slice(first, last + 1), score) }
  }
  return best
}

function findOf(text: ReadText, row: readonly NumberItem[], score: number): Find {
  const from = startWithPlus(text, row[0]?.start ?? 0)
  const kind = row.some(({ isSpelled }) => isSpelled) ? 'spelled_phone' : 'phone'
  const confidence = score >= sureFrom ? 'sure' : 'doubtful'
  return findBetween(text, { kind, from, to: row.at(-1)?.end ?? from, confidence })
}

const plusBefore = /\+\s?\(?\s?$/
const startWithPlus = (text: ReadText, start: number) =>
  start - (plusBefore.exec(text.letters.slice(Math.max(0, start - 4), start))?.[0].length ?? 0)

const betweenFigures =
  /^(?:puis|et|ensuite|then|and|apres|suivi|suivie|followed|de|du|le|la|les|by|par|next|point|tiret|espace|virgule|slash|barre|dash|dot|space|plus|encore|enfin|x|trait|un)$/

/** Whether two numbers belong to one row: a few signs between, or words that only join. */
export function isClose(text: ReadText, before: NumberItem, after: NumberItem): boolean {
  const between = after.words[0] - before.words[1] - 1
  if (between > 3 || after.start - before.end > (between > 0 ? 30 : 14)) return false
  const gap = text.letters.slice(before.end, after.start)
  if (/[€£$%@]/.test(gap) || /\n[^\n]*\n[^\n]*\n/.test(gap)) return false
  for (let step = 1; step <= between; step += 1) {
    if (!betweenFigures.test(text.words[before.words[1] + step]?.text ?? '')) return false
  }
  return true
}

type Row = Readonly<{ first: number; last: number; digits: string }>

function scoreOf(text: ReadText, items: readonly NumberItem[], { first, last, digits }: Row): number {
  const row = items.slice(first, last + 1)
  const [head, tail] = [row[0], row.at(-1)]
  if (!head || !tail) return 0
  const hasPlus = startWithPlus(text, head.start) < head.start || isSpokenPlus(text, head)
  const shape = shapeOf(digits, hasPlus)
  const context = contextOf(text, head, tail)
  if (context.isMeasured || row.some((item, at) => at < row.length - 1 && isUnit(text, item))) return 0
  const spelled = row.filter(({ isSpelled }) => isSpelled).length
  if (!shape) return unknownPlanScore({ digits, spelled, calls: context.calls, codes: context.codes })
  const lengths = row.map(({ digits: part }) => part.length)
  const grouping = spelled > 0 ? (digits.startsWith('0') ? 3 : 2) : groupingWeight(lengths, shape.country)
  if (shape.weight === 0 && grouping < 3 && spelled < 3 && !context.calls) return 0
  let score = shape.weight + (shape.isMobile && grouping < 0 ? 0 : grouping) + (shape.isMobile ? 1 : 0)
  if (context.calls) score += 2
  if (context.codes) score -= context.isBosch ? 3 : 2
  else if (context.isPart && grouping < 3 && !context.calls) score -= 1
  if (!context.calls && isLikeBosch(digits, lengths)) score -= 3
  if (!context.calls && (isListInSteps(row) || isTimetable(text, row))) score -= 4
  if (!context.calls && spelled === 0 && isEnumeration(text, row)) score -= 2
  if (goesOn(text, items, { first, last, digits })) score -= 2
  return score
}

/** `plus trente-trois six …`. */
const isSpokenPlus = (text: ReadText, head: NumberItem) => text.words[head.words[0] - 1]?.text === 'plus'

/** Numbers of no known plan: a long row in words that begins with nought, or figures right after a calling word. */
function unknownPlanScore(row: Readonly<{ digits: string; spelled: number; calls: boolean; codes: boolean }>): number {
  if (row.spelled >= 3 && row.digits.startsWith('0') && row.digits.length >= 8) return sureFrom
  if (!row.calls || row.codes || row.digits.length > 13) return 0
  return row.spelled >= 4 || /^[1-9]\d{7}$/.test(row.digits) || /^0\d{8}/.test(row.digits) ? doubtfulFrom : 0
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
    row.length >= 4 && row.slice(1).every((item, at) => /^\s?,\s|^ (?:et|and|ou|or) $/.test(gapOf(text, row[at], item)))
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
