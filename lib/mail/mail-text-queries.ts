import { readSql } from '../../db/statement.ts'
import type { Locale } from '../i18n/locales.ts'

const overrideOf = readSql<{ title: string | null; body: string }>(
  "select title, body from content_texts where kind = 'mail' and key = ? and locale = ?",
)

/** What the operator wrote instead of ours, if anything; a missing title leaves our subject. */
export function findMailOverride(key: string, locale: Locale) {
  return overrideOf.get(key, locale)
}
