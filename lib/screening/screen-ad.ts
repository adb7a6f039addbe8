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
  const fields = input.texts.map(({ field, locale, text }) => ({
    field,
    locale,
    finds: screenText({ lang: locale, field, text }).finds,
    banned: input.bannedWords ? findBannedWords(text, input.bannedWords) : [],
  }))
  return { verdict: verdictOf(fields), fields }
}

function verdictOf(fields: readonly ScreenedField[]): AdVerdict {
  const isSure = ({ finds, banned }: ScreenedField) =>
    finds.some(({ confidence }) => confidence === 'sure') || banned.some(({ outcome }) => outcome === 'refuse')
  if (fields.some(isSure)) return 'explain'
  return fields.some(({ finds, banned }) => finds.length + banned.length > 0) ? 'review' : 'clean'
}
