import { readSql } from '../../db/statement.ts'
import type { Locale } from '../i18n/locales.ts'
import type { OwnSentences } from '../i18n/sentences.ts'
import type { ContentText } from './content.ts'

const columns = 'kind, key, locale, title, body, updated_at as updatedAt, updated_by as updatedBy'
const one = readSql<ContentText>(`select ${columns} from content_texts where kind = ? and key = ? and locale = ?`)
const ofKind = readSql<ContentText>(`select ${columns} from content_texts where kind = ? order by key, locale`)
const version = readSql<{ version: number }>(`
  select coalesce(max(updated_at), 0) + count(*) as version from content_texts where kind = 'sentence'`)

export function findContent(kind: ContentText['kind'], key: string, locale: Locale): ContentText | undefined {
  return one.get(kind, key, locale)
}

export function listContent(kind: ContentText['kind']): readonly ContentText[] {
  return ofKind.all(kind)
}

/** Moves with every change of the operator's sentences. */
export function ownSentencesVersion(): number {
  return version.get()?.version ?? 0
}

/** The operator's sentences, as the translator takes them. */
export function loadOwnSentences(): OwnSentences {
  const byLocale: Record<Locale, Record<string, string>> = { fr: {}, en: {} }
  for (const { locale, key, body } of listContent('sentence')) byLocale[locale][key] = body
  return { version: ownSentencesVersion(), byLocale }
}
