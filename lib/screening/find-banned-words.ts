import { foldText } from '../text/text.ts'

/** `refuse`: the ad may not be posted with it. `review`: a moderator looks. */
export type BannedOutcome = 'refuse' | 'review'

/** Words or short phrases, as people write them. */
export type BannedWords = readonly Readonly<{ word: string; outcome: BannedOutcome }>[]

/** A banned word seen in a text; offsets in UTF-16 units of the text as given. */
export type BannedFind = Readonly<{ word: string; outcome: BannedOutcome; start: number; end: number; text: string }>

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu

/** Finds whole words and phrases whatever their case and accents: `Ivoire` is found in `en IVOIRE.`, not in `ivoirien`. */
export function findBannedWords(text: string, words: BannedWords): readonly BannedFind[] {
  const spoken = [...text.matchAll(wordPattern)].map((match) => ({
    folded: foldText(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const byFirst = lookUpOf(words)
  return spoken.flatMap(({ folded, start }, at) =>
    (byFirst.get(folded) ?? []).flatMap(({ parts, word, outcome }) => {
      const last = spoken[at + parts.length - 1]
      const isThere = last && parts.every((part, step) => spoken[at + step]?.folded === part)
      return isThere ? [{ word, outcome, start, end: last.end, text: text.slice(start, last.end) }] : []
    }),
  )
}

type LookUp = ReadonlyMap<
  string,
  readonly Readonly<{ parts: readonly string[]; word: string; outcome: BannedOutcome }>[]
>
const lookUps = new WeakMap<BannedWords, LookUp>()

/** The words by the first of each; built once for each list, since folding them costs more than reading a text. */
function lookUpOf(words: BannedWords): LookUp {
  const known = lookUps.get(words)
  if (known) return known
  const byFirst = new Map<string, { parts: string[]; word: string; outcome: BannedOutcome }[]>()
  for (const { word, outcome } of words) {
    const parts = [...word.matchAll(wordPattern)].map(([part]) => foldText(part))
    const first = parts[0]
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { parts, word, outcome }])
  }
  lookUps.set(words, byFirst)
  return byFirst
}
