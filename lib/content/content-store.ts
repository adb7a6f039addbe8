import { anyRows, one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { ContentText } from './content.ts'

const upsert = writeSql(`insert into content_texts (kind, key, locale, title, body, updated_at, updated_by)
  values (@kind, @key, @locale, @title, @body, @updatedAt, @updatedBy)
  on conflict (kind, key, locale) do update set title = excluded.title, body = excluded.body,
    updated_at = max(excluded.updated_at, updated_at + 1), updated_by = excluded.updated_by`)
const remove = writeSql('delete from content_texts where kind = ? and key = ? and locale = ?')

/** Keeps words of the operator's own in place of ours. */
export function saveContent(text: ContentText): Step {
  return one(upsert(text), 'already_exists')
}

/** Ours stand again. */
export function removeContent({ kind, key, locale }: Pick<ContentText, 'kind' | 'key' | 'locale'>): Step {
  return anyRows(remove(kind, key, locale))
}
