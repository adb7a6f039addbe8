import { type CountryProfile, countryProfile, type RestrictedKind } from './country-profiles.ts'

/**
 * Whether an ad may stand in a category the way its contact is given. `because` is a key of the messages
 * `screening.category`: the sentence that says why, in both languages.
 */
export type CategoryCheck =
  | Readonly<{ kind: 'allowed' }>
  | Readonly<{ kind: 'must_be_free'; because: CategoryReason }>
  | Readonly<{ kind: 'refused'; because: CategoryReason }>

export type CategoryReason = `${Exclude<RestrictedKind, 'general'>}${'Free' | 'Refused'}${'' | 'InFrance'}`

/**
 * Checks a category against the law of the country the ad is in.
 *
 * @param input.isFreeToVisitors Whether visitors get the contact for nothing from the first day: modes `free` and
 *   `sponsored`, but not `paid_then_free`.
 * @param input.refuseInstead The operator's choice to have no such ads at all where the law would have them free.
 */
export function checkCategoryRules(
  input: Readonly<{
    country: string
    legalKind: RestrictedKind
    isFreeToVisitors: boolean
    refuseInstead?: boolean
  }>,
): CategoryCheck {
  if (input.legalKind === 'general') return { kind: 'allowed' }
  const { categories, lawIn } = countryProfile(input.country)
  const rule = categories[input.legalKind]
  const isRefused = rule === 'refused' || (rule === 'free_only' && input.refuseInstead === true)
  const reason = (word: 'Free' | 'Refused') => reasonOf(input.legalKind, { word, lawIn })
  if (isRefused) return { kind: 'refused', because: reason('Refused') }
  if (rule === 'free_only' && !input.isFreeToVisitors) return { kind: 'must_be_free', because: reason('Free') }
  return { kind: 'allowed' }
}

function reasonOf(
  legalKind: RestrictedKind,
  { word, lawIn }: Readonly<{ word: 'Free' | 'Refused'; lawIn: CountryProfile['lawIn'] }>,
): CategoryReason {
  const kind = legalKind === 'general' ? 'housing' : legalKind
  return lawIn === 'france' ? `${kind}${word}InFrance` : `${kind}${word}`
}
