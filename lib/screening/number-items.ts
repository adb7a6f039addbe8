import { type NumberWord, readMisspelledNumber, readNumberWord, takeSpokenNumber } from './number-words.ts'
import { gapBefore, type ReadText } from './read-words.ts'

/**
 * A number as it stands in a text. `words` are the places of its first and last word, `start` and `end` folded letters.
 * `isCode`: it is part of a part number, a model name, a measure or a date, and never of a telephone number.
 * `isDisguised`: letters stand for figures.
 */
export type NumberItem = Readonly<{
  digits: string
  words: readonly [first: number, last: number]
  start: number
  end: number
  isSpelled: boolean
  isDisguised: boolean
  isCode: boolean
}>

type Atom =
  | Readonly<{ kind: 'figures'; digits: string; first: number; last: number; isDisguised: boolean; isCode: boolean }>
  | Readonly<{ kind: 'spelled'; word: NumberWord; first: number; last: number }>

/** All numbers of a text in reading order, in figures and in words. */
export function numberItems(text: ReadText): readonly NumberItem[] {
  const atoms: Atom[] = []
  for (let at = 0; at < text.words.length; ) {
    let end = at + 1
    while (text.words[end]?.isGlued) end += 1
    const broken = end === at + 1 ? brokenWord(text, at) : undefined
    if (broken) atoms.push({ kind: 'spelled', word: broken, first: at, last: at + 1 })
    else atoms.push(...(end === at + 1 ? atomsOfWord(text, at) : atomsOfCluster(text, { from: at, to: end })))
    at = broken ? at + 2 : end
  }
  return markDates(text, itemsOf(text, atoms))
}

/** A number word in two pieces with one sign between, neither of which says anything by itself: `z.éro`, `s-ix`. */
function brokenWord(text: ReadText, at: number): NumberWord | undefined {
  const [word, rest] = [text.words[at], text.words[at + 1]]
  if (!word || !rest || word.isNumber || rest.isNumber || rest.start - word.end !== 1) return undefined
  if (!/[.\-_*'·|/~]/.test(text.letters[word.end] ?? '') || word.text.length + rest.text.length > 9) return undefined
  if (readNumberWord(word.text) ?? readNumberWord(rest.text)) return undefined
  const [read, more] = readNumberWord(word.text + rest.text) ?? []
  return more === undefined ? read : undefined
}

function atomsOfWord(text: ReadText, at: number): readonly Atom[] {
  const word = text.words[at]
  if (!word) return []
  if (word.isNumber) {
    return [{ kind: 'figures', digits: word.text, first: at, last: at, isDisguised: false, isCode: false }]
  }
  if (word.text === 'o' || word.text === 'oo') return [figures(lookedLike(word.text), at, at)]
  const misspelled = isBetweenNumbers(text, at) ? readMisspelledNumber(word.text) : undefined
  const read = readNumberWord(word.text) ?? (misspelled ? [misspelled] : [])
  return read.map((spelled) => ({ kind: 'spelled', word: spelled, first: at, last: at }))
}

const isBetweenNumbers = (text: ReadText, at: number) =>
  [text.words[at - 1], text.words[at + 1]].every(
    (word) => word !== undefined && (word.isNumber || readNumberWord(word.text) !== undefined),
  )

const figures = (digits: string, first: number, last: number): Atom => ({
  ...{ kind: 'figures', digits, first, last },
  ...{ isDisguised: true, isCode: false },
})

const likeFigures: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', s: '5', z: '2', b: '8', g: '9', q: '9' }
const lookedLike = (word: string) => [...word].map((letter) => likeFigures[letter] ?? letter).join('')
const likeLetters: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/** A word with figures read as letters: `z3ro` is `zero`. */
export const readAsLetters = (word: string) => [...word].map((letter) => likeLetters[letter] ?? letter).join('')

// Volkswagen's part numbers are full of figures and look like disguised ones: 06L 115 562 B.
const madeOfLookAlikes = /^[0-9oilszbgq]+$/
const partNumber = /^\d\d[a-z]\d{6}[a-z]{0,2}$/
const alternating =
  /^(?:\d([a-z]{1,2})(?=\d))(?:\d[a-z]{1,2}){6,8}\d[a-z]{0,2}$|^(?:\d\d[a-z]{1,3}){3,4}\d\d[a-z]{0,3}$/

/** Letters and figures without a gap: a disguise, a word run into a number, or a code. */
function atomsOfCluster(text: ReadText, { from, to }: Readonly<{ from: number; to: number }>): readonly Atom[] {
  const parts = text.words.slice(from, to)
  const whole = parts.map(({ text: part }) => part).join('')
  const spelled = whole.length <= 160 ? readNumberWord(readAsLetters(whole)) : undefined
  if (spelled && whole.length > 2) return spelled.map((word) => ({ kind: 'spelled', word, first: from, last: to - 1 }))
  if (madeOfLookAlikes.test(whole) && !partNumber.test(whole)) return [figures(lookedLike(whole), from, to - 1)]
  if (whole.length < 40 && alternating.test(whole)) return [figures(whole.replace(/[a-z]/g, ''), from, to - 1)]
  return parts.flatMap((part, step): readonly Atom[] => {
    const at = from + step
    if (!part.isNumber) return atomsOfWord(text, at)
    const isFree = isOrdinaryWord(parts[step - 1]?.text) && isOrdinaryWord(parts[step + 1]?.text)
    return [{ kind: 'figures', digits: part.text, first: at, last: at, isDisguised: false, isCode: !isFree }]
  })
}

const shortLeads = new Set(['au', 'tel', 'tph', 'no', 'num', 'gsm', 'mob', 'sms', 'fr', 'is', 'at', 'on', 'or', 'ou'])
const isOrdinaryWord = (word: string | undefined) =>
  word === undefined || word.length >= 4 || shortLeads.has(word) || readNumberWord(word) !== undefined

function itemsOf(text: ReadText, atoms: readonly Atom[]): readonly NumberItem[] {
  const items: NumberItem[] = []
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at]
    if (!atom) break
    if (atom.kind === 'figures') {
      items.push(itemOf(text, atom, { digits: atom.digits, last: atom.last }))
      at += 1
      continue
    }
    const row = spokenRow(text, atoms, at)
    const { digits, taken } = takeSpokenNumber(row)
    const last = atoms[at + Math.max(taken, 1) - 1] ?? atom
    if (digits !== '') items.push(itemOf(text, atom, { digits, last: last.last }))
    at += Math.max(taken, 1)
  }
  return items
}

function itemOf(text: ReadText, atom: Atom, { digits, last }: Readonly<{ digits: string; last: number }>): NumberItem {
  return {
    digits,
    words: [atom.first, last],
    start: text.words[atom.first]?.start ?? 0,
    end: text.words[last]?.end ?? 0,
    isSpelled: atom.kind === 'spelled',
    isDisguised: atom.kind === 'figures' && atom.isDisguised,
    isCode: atom.kind === 'figures' && atom.isCode,
  }
}

/** The number words that may make one number with the one at `at`: at most four, joined by spaces, hyphens and `et`. */
function spokenRow(text: ReadText, atoms: readonly Atom[], at: number): readonly NumberWord[] {
  const row: NumberWord[] = []
  for (let next = at; next < at + 4; next += 1) {
    const atom = atoms[next]
    if (atom?.kind !== 'spelled') break
    const before = atoms[next - 1]
    if (next > at && before && before.last !== atom.first && !isOneNumber(text, before.last, atom.first)) break
    row.push(atom.word)
  }
  return row
}

function isOneNumber(text: ReadText, last: number, first: number): boolean {
  const between = text.letters.slice(text.words[last]?.end ?? 0, text.words[first]?.start ?? 0)
  return /^[ -]{1,3}(?:et[ -]{1,3})?$/.test(between)
}

/** 05/03/2024, 2024-03-05 and 05.03.98 are dates, unless the same sign goes on to further figures. */
function markDates(text: ReadText, items: readonly NumberItem[]): readonly NumberItem[] {
  const dated = new Set<number>()
  for (let at = 0; at + 2 < items.length; at += 1) {
    const three = items.slice(at, at + 3)
    const [first, second, third] = three
    if (!first || !second || !third || three.some(({ isSpelled, isCode }) => isSpelled || isCode)) continue
    const sign = gapBefore(text, second.words[0])
    if (isMonth(first, second) && sign === '/') {
      dated.add(at).add(at + 1)
      continue
    }
    if (!/^[/.-]$/.test(sign) || sign !== gapBefore(text, third.words[0]) || text.letters[third.end] === sign) continue
    if (text.letters[first.start - 1] === sign || !isDate(first.digits, second.digits, third.digits)) continue
    if (third.digits.length === 2 && first.digits.length === 2 && isNearNumber(text, third, items[at + 3])) continue
    for (let step = 0; step < 3; step += 1) dated.add(at + step)
  }
  return dated.size === 0 ? items : items.map((item, at) => (dated.has(at) ? { ...item, isCode: true } : item))
}

const isNearNumber = (text: ReadText, item: NumberItem, next: NumberItem | undefined) =>
  next !== undefined && next.start - item.end <= 3 && !/[a-z]/.test(text.letters.slice(item.end, next.start))

/** 07/2009. */
const isMonth = (first: NumberItem, second: NumberItem) =>
  first.digits.length === 2 && Number(first.digits) <= 12 && /^(?:19|20)\d\d$/.test(second.digits)

function isDate(first: string, second: string, third: string): boolean {
  const [day, year] = first.length === 4 ? [third, first] : [first, third]
  const isYear = /^(?:19|20)\d\d$/.test(year) || (year.length === 2 && first.length === 2)
  return isYear && day.length <= 2 && second.length <= 2 && Number(day) <= 31 && Number(second) <= 12
}
