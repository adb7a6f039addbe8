import type { Locale } from '../i18n/locales.ts'
import { messages as en } from '../i18n/messages/en/index.ts'
import { messages as fr } from '../i18n/messages/fr/index.ts'
import type { Millis } from '../time/time.ts'

/** Words that the operator wrote in place of ours: a page or a mail in Markdown, a sentence as it is. */
export type ContentText = Readonly<{
  kind: 'page' | 'mail' | 'sentence'
  /** The name of a page or mail; the address of a sentence, `home.title`. */
  key: string
  locale: Locale
  title: string | null
  body: string
  updatedAt: Millis
  updatedBy: string
}>

const byLocale = { fr, en } as const

/** Namespaces the operator does not rewrite: the panel's own words, and the mails, which have a page of their own. */
const closed = new Set(['mails', 'admin', 'panel', 'forms', 'setup', 'simulator', 'errors', 'api'])
const closedEnd = /Panel$|^(pricing|catalogue|moderation)$/

let sentences: Readonly<Record<Locale, ReadonlyMap<string, string>>> | undefined

/** Every sentence of ours that may be rewritten, by its address. */
export function ownSentenceKeys(): Readonly<Record<Locale, ReadonlyMap<string, string>>> {
  sentences ??= { fr: flatten(byLocale.fr), en: flatten(byLocale.en) }
  return sentences
}

function flatten(messages: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const open = Object.entries(messages).filter(([name]) => !closed.has(name) && !closedEnd.test(name))
  return new Map(open.flatMap(([name, words]) => flattened(words, name)))
}

function flattened(words: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([name, inner]) => flattened(inner, `${path}.${name}`))
}
