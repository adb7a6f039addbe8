import { createTranslator } from 'use-intl/core'
import type { Locale } from './locales.ts'
import { messages as en } from './messages/en/index.ts'
import { messages as fr } from './messages/fr/index.ts'
import { sentencesVersion, withOwnSentences } from './sentences.ts'

export type Messages = typeof fr
type Namespace = keyof Messages & string
type Kept = Readonly<{ words: unknown; version: number; translator: unknown }>
const translators = new Map<string, Kept>()

/**
 * The words of one namespace in one language: `translate('fr', 'search')('noResult', { text })`.
 * Messages are ICU; kept compiled, since they are drawn thousands of times a second.
 */
export function translate<Name extends Namespace>(locale: Locale, namespace: Name) {
  const all: Messages = locale === 'fr' ? fr : en
  const make = () => {
    const own = withOwnSentences(all[namespace], { locale, namespace })
    return createTranslator<Messages, Name>({
      locale,
      messages: { ...all, [namespace]: own },
      namespace,
      timeZone: 'Europe/Paris',
    })
  }
  const key = `${locale} ${namespace}`
  const version = sentencesVersion()
  const known = translators.get(key)
  if (known?.version === version && known.words === all[namespace]) return known.translator as ReturnType<typeof make>
  const translator = make()
  translators.set(key, { words: all[namespace], version, translator })
  return translator
}

export type Translate<Name extends Namespace> = ReturnType<typeof translate<Name>>
