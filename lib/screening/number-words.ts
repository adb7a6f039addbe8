import { isOneSlip } from './one-slip.ts'

/** A number word on its own: what it is worth, and how it may go on. */
export type NumberWord = Readonly<{ value: number; kind: 'unit' | 'teen' | 'ten' | 'hundred' | 'times' }>

const words = new Map<string, NumberWord>()
const add = (kind: NumberWord['kind'], rows: readonly (readonly [number, string])[]) => {
  for (const [value, names] of rows) for (const name of names.split(' ')) words.set(name, { value, kind })
}

// Usual spellings and those of people who write by ear.
add('unit', [
  [0, 'zero zeros zerro ziro zeo nought naught nil oh'],
  [1, 'un une one'],
  [2, 'deux deu two'],
  [3, 'trois troi troa three'],
  [4, 'quatre quatr katre four'],
  [5, 'cinq sinq cinc five'],
  [6, 'six sixe siss sisse'],
  [7, 'sept seven'],
  [8, 'huit eight'],
  [9, 'neuf nine'],
])
add('teen', [
  [10, 'dix ten'],
  [11, 'onze onz eleven'],
  [12, 'douze douz douse twelve'],
  [13, 'treize treiz trez thirteen'],
  [14, 'quatorze katorze catorze fourteen'],
  [15, 'quinze kinze fifteen'],
  [16, 'seize seiz sixteen'],
  [17, 'seventeen'],
  [18, 'eighteen'],
  [19, 'nineteen'],
])
add('ten', [
  [20, 'vingt vingts vingte twenty'],
  [30, 'trente trent trante thirty'],
  [40, 'quarante karante carante forty fourty'],
  [50, 'cinquante cincante cinkante sinquante fifty'],
  [60, 'soixante soissante soisante sixty'],
  [70, 'septante seventy'],
  [80, 'octante huitante eighty'],
  [90, 'nonante ninety'],
])
add('hundred', [[100, 'cent cents hundred']])
add('times', [
  [2, 'double'],
  [3, 'triple treble'],
])

/**
 * Reads a word one slip away from a long number word: `treinte`. Only to be asked beside a number, since `douce` is one
 * slip from `douze`.
 */
export function readMisspelledNumber(word: string): NumberWord | undefined {
  if (word.length < 5) return undefined
  const meant = names.find((name) => name.length >= 5 && name[0] === word[0] && isOneSlip(name, word))
  return meant === undefined ? undefined : words.get(meant)
}

const names = [...words.keys()].filter((name) => name.length > 1).sort((left, right) => right.length - left.length)
const longestStuck = 160

/**
 * Reads a folded word as number words: one, or several written without a gap (`zerosixdouze`).
 *
 * @returns undefined when part of the word is something else.
 */
export function readNumberWord(word: string): readonly NumberWord[] | undefined {
  if (read.has(word)) return read.get(word)
  const numbers = readAnew(word)
  if (read.size < mostRead && word.length <= 24) read.set(word, numbers)
  return numbers
}

/** A text asks about each of its words several times, and most words come in many texts. */
const read = new Map<string, readonly NumberWord[] | undefined>()
const mostRead = 20_000

function readAnew(word: string): readonly NumberWord[] | undefined {
  const known = words.get(word)
  if (known) return [known]
  const plain = /(.)\1\1/.test(word) ? word.replace(/(.)\1{2,}/g, '$1') : word
  const plainKnown = words.get(plain)
  if (plainKnown) return [plainKnown]
  return plain.length >= 6 && plain.length <= longestStuck ? splitStuck(plain) : undefined
}

/** Longest words first, one step back where that leads nowhere; each place is tried once. */
function splitStuck(word: string): readonly NumberWord[] | undefined {
  const dead = new Set<number>()
  const from = (at: number): readonly NumberWord[] | undefined => {
    if (at === word.length) return []
    if (dead.has(at)) return undefined
    for (const name of names) {
      if (!word.startsWith(name, at)) continue
      const rest = from(at + name.length)
      const known = words.get(name)
      if (rest && known) return [known, ...rest]
    }
    if (at > 0 && word.startsWith('et', at)) {
      const rest = from(at + 2)
      if (rest) return rest
    }
    dead.add(at)
    return undefined
  }
  return from(0)
}

/**
 * Takes one spoken number below 100 (or a doubled figure, or a hundred) off the front of a row of number words.
 *
 * @param row Number words that follow each other with nothing but spaces, hyphens and `et` between.
 * @returns Its figures, and how many words it took.
 */
export function takeSpokenNumber(row: readonly NumberWord[]): Readonly<{ digits: string; taken: number }> {
  const [first, second] = row
  if (!first) return { digits: '', taken: 0 }
  if (first.kind === 'times') {
    return second?.kind === 'unit'
      ? { digits: String(second.value).repeat(first.value), taken: 2 }
      : { digits: '', taken: 1 }
  }
  if (first.kind === 'unit' && second?.kind === 'hundred') return { digits: `${first.value}00`, taken: 2 }
  if (first.value === 4 && second?.value === 20) return afterTens(80, { row, taken: 2 })
  if (first.kind === 'ten') return afterTens(first.value, { row, taken: 1 })
  if (first.value === 10 && second?.kind === 'unit' && second.value >= 7) {
    return { digits: String(10 + second.value), taken: 2 }
  }
  return { digits: String(first.value), taken: 1 }
}

/** 60 and 80 go on to 79 and 99 in French, the others by nine. */
function afterTens(tens: number, { row, taken }: Readonly<{ row: readonly NumberWord[]; taken: number }>) {
  const next = row[taken]
  const last = row[taken + 1]
  const takesTeens = tens === 60 || tens === 80
  if (takesTeens && next?.value === 10 && last?.kind === 'unit' && last.value >= 7) {
    return { digits: String(tens + 10 + last.value), taken: taken + 2 }
  }
  const goesOn = (next?.kind === 'unit' && next.value > 0) || (takesTeens && next?.kind === 'teen')
  return next && goesOn ? { digits: String(tens + next.value), taken: taken + 1 } : { digits: String(tens), taken }
}
