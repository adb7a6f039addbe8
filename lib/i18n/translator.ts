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
  const translator = withKeptWords(make())
  translators.set(key, { words: all[namespace], version, translator })
  return translator
}

/**
 * Words without a number or a name in them are formed once: forming a message costs far more than looking it up, and a
 * page of results has dozens.
 */
function withKeptWords<Translator extends object>(translator: Translator): Translator {
  const form = translator as unknown as (key: string, ...values: readonly unknown[]) => string
  const kept = new Map<string, string>()
  const words = (key: string, ...values: readonly unknown[]): string => {
    if (values.length > 0) return form(key, ...values)
    const known = kept.get(key)
    if (known !== undefined) return known
    const formed = form(key)
    kept.set(key, formed)
    return formed
  }
  return Object.assign(words, translator) as unknown as Translator
}

export type Translate<Name extends Namespace> = ReturnType<typeof translate<Name>>
