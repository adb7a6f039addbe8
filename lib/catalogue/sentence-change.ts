import { createTranslator } from 'use-intl/core'
import { ownSentenceKeys } from '../content/content.ts'
import type { FieldProblem } from '../errors/domain-error.ts'
import type { Locale } from '../i18n/locales.ts'
import { placeholdersOf } from '../mail/mail-text.ts'

/**
 * Looks at a sentence before it is kept: it must fill in what ours fills in, all of it and nothing else, and be a
 * message that can be read.
 */
export function sentenceProblems(key: string, text: string, locale: Locale): readonly FieldProblem[] {
  const ours = ownSentenceKeys()[locale].get(key)
  if (ours === undefined) return [{ field: 'key', code: 'unknown' }]
  if (text.trim() === '') return [{ field: 'body', code: 'required' }]
  if (text.length > 1000) return [{ field: 'body', code: 'too_big' }]
  const names = [...placeholdersOf(text)].sort()
  if (names.join() !== [...placeholdersOf(ours)].sort().join()) return [{ field: 'body', code: 'placeholders' }]
  return canBeFilled(text, { locale, names }) ? [] : [{ field: 'body', code: 'syntax' }]
}

function canBeFilled(text: string, { locale, names }: Readonly<{ locale: Locale; names: readonly string[] }>): boolean {
  const onError = (error: Error) => {
    throw error
  }
  try {
    const t = createTranslator<Record<string, string>>({
      locale,
      messages: { text },
      onError,
      timeZone: 'Europe/Paris',
    })
    t('text', Object.fromEntries(names.map((name) => [name, 2])))
    return true
  } catch {
    return false
  }
}
