import { wordsEverywhere, wordsInBritain, wordsInFrance } from './banned-words.ts'
import type { BannedWords } from './find-banned-words.ts'

/** What the law treats apart, as categories name it. */
export type RestrictedKind = 'general' | 'housing' | 'jobs' | 'pets'

/** `sellable`: a contact may be sold. `free_only`: visitors must get it for nothing. `refused`: no such ads at all. */
export type CategoryRule = 'sellable' | 'free_only' | 'refused'

/** What a country allows. `lawIn` names whose law the sentences shown speak of. */
export type CountryProfile = Readonly<{
  lawIn: 'france' | 'elsewhere'
  categories: Readonly<Record<RestrictedKind, CategoryRule>>
  bannedWords: BannedWords
}>

/**
 * France. Housing: giving owners' contacts for money is the trade of "marchand de listes" (law of 2 January 1970, as
 * changed by ALUR: card, written agreement, nothing charged before the list is supplied). Jobs: offers may not be sold
 * (labour code, L5331-1). Pets: offers on line only in a section with checked identification and set notices (rural
 * code, L214-8 and L214-8-2).
 */
const france: CountryProfile = {
  lawIn: 'france',
  categories: { general: 'sellable', housing: 'free_only', jobs: 'free_only', pets: 'refused' },
  bannedWords: [...wordsEverywhere, ...wordsInFrance],
}

/** Nowhere else has been looked into, so what France treats apart is free there. */
const elsewhere: CountryProfile = {
  lawIn: 'elsewhere',
  categories: { general: 'sellable', housing: 'free_only', jobs: 'free_only', pets: 'free_only' },
  bannedWords: wordsEverywhere,
}

const profiles: Readonly<Record<string, CountryProfile>> = {
  FR: france,
  GB: { ...elsewhere, bannedWords: [...wordsEverywhere, ...wordsInBritain] },
}

/** @param country ISO 3166 code of the country an ad is in; one without a profile gets the careful one. */
export function countryProfile(country: string): CountryProfile {
  return profiles[country] ?? elsewhere
}

/** The country's banned words and the operator's own; the operator's outcome wins where both name a word. */
export function bannedWordsOf(country: string, own: BannedWords = []): BannedWords {
  const named = new Set(own.map(({ word }) => word.toLowerCase()))
  return [...own, ...countryProfile(country).bannedWords.filter(({ word }) => !named.has(word.toLowerCase()))]
}
