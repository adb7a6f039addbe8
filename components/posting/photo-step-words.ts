import type { Locale } from '../../lib/i18n/locales.ts'
import { messages as en } from '../../lib/i18n/messages/en/index.ts'
import { messages as fr } from '../../lib/i18n/messages/fr/index.ts'

/** Everything the step may say in the browser; `{at}` and the like are filled in there. */
export type PhotoWords = Omit<(typeof fr)['photos'], 'problem' | 'find' | 'title' | 'lead' | 'privacy' | 'formats'> &
  Readonly<{ tooLarge: string }>

export function photoWords(locale: Locale): PhotoWords {
  const { problem, find: _, title: __, lead: ___, privacy: ____, formats: _____, ...words } = { fr, en }[locale].photos
  return { ...words, tooLarge: problem.too_large }
}
