import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import type { PhotoFind, PhotoProblem } from './photo.ts'

/** Why a file was not taken, and what to do about it. */
export function photoProblemWords(problem: PhotoProblem, locale: Locale): string {
  return translate(locale, 'photos')(`problem.${problem}`)
}

/** What was found with a picture, for the advertiser. */
export function photoFindWords(find: PhotoFind, locale: Locale): string {
  return translate(locale, 'photos')(`find.${find.source}`, { text: find.text.slice(0, 80) })
}
