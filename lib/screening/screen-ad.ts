import { findAcrossTexts } from './find-across-texts.ts'
import { type BannedFind, type BannedWords, findBannedWords } from './find-banned-words.ts'
import { screenText } from './screen-text.ts'
import type { Find } from './screening.ts'

/** One public text of the ad in one language. */
export type AdText = Readonly<{ field: string; locale: 'fr' | 'en'; text: string }>

/** What was seen in one text of the ad. */
export type ScreenedField = Readonly<{
  field: string
  locale: 'fr' | 'en'
  finds: readonly Find[]
  banned: readonly BannedFind[]
}>

/**
 * `clean`: nothing was seen. `explain`: something surely may not stand there; the advertiser is shown where and why
 * before the ad goes on. `review`: only doubtful things; the ad goes to moderation with the places marked.
 */
export type AdVerdict = 'clean' | 'explain' | 'review'

export type AdScreening = Readonly<{ verdict: AdVerdict; fields: readonly ScreenedField[] }>

/**
 * Screens all public texts of an ad: contacts and, when lists are given, banned words.
 *
 * @param input.bannedWords From `bannedWordsOf(country, operatorsOwn)`.
 * @returns One entry for each text, in the order given, also for those in which nothing was seen.
 */
export function screenAd(input: Readonly<{ texts: readonly AdText[]; bannedWords?: BannedWords }>): AdScreening {
  const across = acrossLocales(input.texts)
  const fields = input.texts.map((one): ScreenedField => {
    const { finds } = screenText({ lang: one.locale, field: one.field, text: one.text })
    const pieces = (across.get(one) ?? []).filter((piece) => finds.every((find) => !isOver(find, piece)))
    return {
      field: one.field,
      locale: one.locale,
      finds: [...finds, ...pieces].sort((left, right) => left.start - right.start),
      banned: input.bannedWords ? findBannedWords(one.text, input.bannedWords) : [],
    }
  })
  return { verdict: verdictOf(fields), fields }
}

const isOver = (one: Find, other: Find) => one.start < other.end && other.start < one.end

/** What goes on from one text to the next; a page shows only the texts of one language together. */
function acrossLocales(texts: readonly AdText[]): ReadonlyMap<AdText, readonly Find[]> {
  const found = new Map<AdText, readonly Find[]>()
  for (const locale of ['fr', 'en']) {
    const shown = texts.filter((one) => one.locale === locale)
    const pieces = findAcrossTexts(shown.map(({ text }) => text))
    for (const [at, one] of shown.entries()) found.set(one, pieces[at] ?? [])
  }
  return found
}

function verdictOf(fields: readonly ScreenedField[]): AdVerdict {
  const isSure = ({ finds, banned }: ScreenedField) =>
    finds.some(({ confidence }) => confidence === 'sure') || banned.some(({ outcome }) => outcome === 'refuse')
  if (fields.some(isSure)) return 'explain'
  return fields.some(({ finds, banned }) => finds.length + banned.length > 0) ? 'review' : 'clean'
}
