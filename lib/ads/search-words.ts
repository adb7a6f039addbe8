import { foldText } from '../text/text.ts'

const longestWord = 40
const mostWords = 12

/** The words of a text, folded, in order: what the index holds and what a search is compared by. */
export function wordsOf(text: string): string[] {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word) => word.slice(0, longestWord))
}

/** What somebody typed: words that must all occur, and phrases that must occur as they stand. */
export type SearchText = Readonly<{
  phrases: readonly (readonly string[])[]
  /** The last word, when it may still be unfinished. */
  unfinished: string | null
}>

/** Reads a search box. Never fails: quotes that do not close and signs of all kinds are only separators. */
export function parseSearchText(text: string): SearchText {
  const phrases: string[][] = []
  let unfinished: string | null = null
  for (const [, inGuillemets, inQuotes, plain] of text.matchAll(/«([^»]*)»|["“”]([^"“”]*)["“”]|([^"«“”]+)/gu)) {
    if (plain === undefined) {
      const phrase = wordsOf(inGuillemets ?? inQuotes ?? '')
      if (phrase.length > 0) phrases.push(phrase)
      unfinished = null
      continue
    }
    const words = wordsOf(plain)
    phrases.push(...words.map((word) => [word]))
    unfinished = words.at(-1) ?? unfinished
  }
  const kept = phrases.slice(0, mostWords)
  const isLastKept = kept.length === phrases.length
  return { phrases: kept, unfinished: isLastKept && unfinished !== null && unfinished.length >= 2 ? unfinished : null }
}
