import type { NumberItem } from './number-items.ts'
import { contextOf, type NumberContext } from './phone-context.ts'
import { scoreOf, startWithPlus } from './phone-score.ts'
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
  let known: NumberContext | undefined
  const context = () => {
    known ??= contextOf(text, items[first])
    return known
  }
  for (let last = first; last < Math.min(items.length, first + longestNumber); last += 1) {
    const item = items[last]
    const before = items[last - 1]
    if (!item || item.isCode || (last > first && before && !isClose(text, before, item))) break
    digits += item.digits
    if (digits.length > longestNumber) break
    const score = digits.length < 8 ? 0 : scoreOf(text, items, { first, last, digits, context })
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
