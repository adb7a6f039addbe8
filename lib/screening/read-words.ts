import { type FoldedText, foldLetters } from './fold-letters.ts'
import type { Confidence, Find, FindKind } from './screening.ts'

/** A run of letters or of figures; `key` is the word with figures read as letters (`wh4tsapp`), for looking it up. */
export type Word = Readonly<{ text: string; isNumber: boolean; start: number; end: number; isGlued: boolean }>

/** A text in words, with the folded letters they come from. */
export type ReadText = FoldedText & Readonly<{ words: readonly Word[]; isCodeField: boolean }>

function readWords(folded: FoldedText, isCodeField: boolean): ReadText {
  const { letters } = folded
  const words: Word[] = []
  for (const match of letters.matchAll(/[a-z¤]+|[0-9]+/g)) {
    const text = match[0]
    const start = match.index
    const isNumber = text.charCodeAt(0) < 58
    words.push({ text, isNumber, start, end: start + text.length, isGlued: words.at(-1)?.end === start })
  }
  return { ...folded, words, isCodeField }
}

/** Fields whose names say that they hold numbers of things: `part_ref`, `serial`, `siret`. */
const codeField =
  /ref|serial|vin|sire[nt]|chassis|frame|registration|plate|engine|moteur|code|oem|isbn|km|mileage|casting/i

/** Reads a text as given, and once more with spaced-out letters (`g m a i l`) drawn together if there are any. */
export function readText(original: string, field = ''): readonly ReadText[] {
  const isCodeField = codeField.test(field)
  const folded = foldLetters(original)
  const joined = joinSpacedLetters(folded)
  return (joined ? [folded, joined] : [folded]).map((one) => readWords(one, isCodeField))
}

/** A find between two places of the folded letters. */
export function findBetween(
  text: FoldedText,
  found: Readonly<{ kind: FindKind; from: number; to: number; confidence: Confidence }>,
): Find {
  const start = text.starts[found.from] ?? 0
  const end = text.ends[found.to - 1] ?? start
  return { kind: found.kind, start, end, text: text.original.slice(start, end), confidence: found.confidence }
}

/** What stands between two words. */
export function gapBefore(text: ReadText, at: number): string {
  const word = text.words[at]
  const before = text.words[at - 1]
  return word && before ? text.letters.slice(before.end, word.start) : ''
}

const separators = ' .-_*/|·~+,'
const isLetter = (code: number) => code > 96 && code < 123
const isLetterOrFigure = (letter: string | undefined) => {
  const code = letter?.charCodeAt(0) ?? 0
  return isLetter(code) || (code > 47 && code < 58)
}
const fewestSpaced = 4

function joinSpacedLetters(folded: FoldedText): FoldedText | undefined {
  const { letters } = folded
  const kept: number[] = []
  let isJoined = false
  for (let at = 0; at < letters.length; ) {
    const run = isLetterOrFigure(letters[at]) && !isLetterOrFigure(letters[at - 1]) ? spacedRun(letters, at) : []
    const end = (run.at(-1) ?? at) + 1
    if (run.filter((place) => isLetter(letters.charCodeAt(place))).length >= fewestSpaced) {
      kept.push(...run)
      isJoined = true
    } else {
      // No part of a run with too few letters has enough, so all of it is passed over at once.
      for (let place = at; place < end; place += 1) kept.push(place)
    }
    at = end
  }
  if (!isJoined) return undefined
  return {
    original: folded.original,
    letters: kept.map((place) => letters[place]).join(''),
    starts: Int32Array.from(kept, (place) => folded.starts[place] ?? 0),
    ends: Int32Array.from(kept, (place) => folded.ends[place] ?? 0),
  }
}

/** The places to keep of letters that stand one by one, always with the same sign between; doubled, it ends a word. */
function spacedRun(letters: string, from: number): number[] {
  const separator = letters[from + 1]
  if (separator === undefined || !separators.includes(separator)) return []
  const isItem = (letter: string | undefined) =>
    isLetterOrFigure(letter) || (separator === ' ' && letter !== undefined && '@.-_+'.includes(letter))
  const kept = [from]
  for (let at = from; letters[at + 1] === separator; ) {
    const isDoubled = letters[at + 2] === separator
    const next = isDoubled ? at + 3 : at + 2
    if (!isItem(letters[next]) || (isLetterOrFigure(letters[next]) && isLetterOrFigure(letters[next + 1]))) break
    if (isDoubled) kept.push(at + 1)
    kept.push(next)
    at = next
  }
  return kept
}
