import { createTranslator } from 'use-intl/core'
import type { Locale } from './locales.ts'
import { messages as en } from './messages/en/index.ts'
import { messages as fr } from './messages/fr/index.ts'

export type Messages = typeof fr
type Namespace = keyof Messages & string
const byLocale: Record<Locale, Messages> = { fr, en }
const translators = new Map<string, unknown>()

/**
 * The words of one namespace in one language: `translate('fr', 'search')('noResult', { text })`.
 * Messages are ICU; kept compiled, since they are drawn thousands of times a second.
 */
export function translate<Name extends Namespace>(locale: Locale, namespace: Name) {
  const make = () =>
    createTranslator<Messages, Name>({ locale, messages: byLocale[locale], namespace, timeZone: 'Europe/Paris' })
  const key = `${locale} ${namespace}`
  const known = translators.get(key)
  if (known) return known as ReturnType<typeof make>
  const made = make()
  translators.set(key, made)
  return made
}

export type Translate<Name extends Namespace> = ReturnType<typeof translate<Name>>
