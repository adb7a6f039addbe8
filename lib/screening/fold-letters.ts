import { lookOf } from './look-alikes.ts'
import { longestText } from './screening.ts'

/**
 * A text as the eye reads it: lower case, without accents and invisible characters, every kind of figure and
 * look-alike letter turned into the plain one, every other sign into `·`. Character `at` of `letters` stands for
 * `starts[at]` to `ends[at]` of the original.
 */
export type FoldedText = Readonly<{
  original: string
  letters: string
  starts: Int32Array
  ends: Int32Array
}>

const folds = new Map<number, string>()
const plainSigns = /^[a-z0-9 \n!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~°€£§☎·]$/

/** Folds a text; linear, one step for each character. What is beyond `longestText` is not read. */
export function foldLetters(original: string): FoldedText {
  const length = Math.min(original.length, longestText)
  let letters = ''
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < length; ) {
    const codePoint = original.codePointAt(at) ?? 0
    const next = at + (codePoint > 0xffff ? 2 : 1)
    const folded = folds.get(codePoint) ?? foldOf(codePoint)
    for (let step = 0; step < folded.length; step += 1) {
      starts.push(at)
      ends.push(next)
    }
    letters += folded
    at = next
  }
  return { original, letters, starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** Forgets nothing and grows by one entry for each character ever seen; there are at most 1.1 million of them. */
function foldOf(codePoint: number): string {
  const folded = computeFold(codePoint)
  if (folds.size < 20_000) folds.set(codePoint, folded)
  return folded
}

function computeFold(codePoint: number): string {
  const letter = String.fromCodePoint(codePoint)
  const direct = lookOf(codePoint)
  if (direct !== undefined) return direct
  if (/^[\p{M}\p{Cf}\u115f\u1160]$/u.test(letter)) return ''
  if (/^\p{Nd}$/u.test(letter)) return figureOf(codePoint)
  if (/^\p{Zs}$/u.test(letter)) return ' '
  if (/^\p{Pd}$/u.test(letter)) return '-'
  let folded = ''
  for (const part of letter.normalize('NFKD').toLowerCase()) {
    if (/^[\p{M}\p{Cf}]$/u.test(part)) continue
    const look = lookOf(part.codePointAt(0) ?? 0) ?? part
    folded += plainSigns.test(look) || look.length > 1 ? look : /^\p{L}$/u.test(look) ? '¤' : '·'
  }
  return folded
}

/** Decimal figures of a script follow each other from 0 to 9, so the value is the distance to the first of them. */
function figureOf(codePoint: number): string {
  let before = 0
  while (before < 60 && /^\p{Nd}$/u.test(String.fromCodePoint(codePoint - before - 1))) before += 1
  return String(before % 10)
}
