import type { CaseFind } from '../moderation/moderation.ts'
import type { Draft } from './drafts.ts'
import { listDraftPhotos } from './drafts-queries.ts'

/** What was found in the pictures of a draft, for the moderation case. */
export function photoFinds(draft: Draft): readonly CaseFind[] {
  return listDraftPhotos(draft.id).flatMap(({ finds }) => {
    const found: unknown = JSON.parse(finds)
    if (!Array.isArray(found)) return []
    return found.map((find: Readonly<Record<string, unknown>>) => ({
      locale: draft.locale,
      field: String(find['field'] ?? 'photo'),
      kind: String(find['kind'] ?? 'qr'),
      start: Number(find['start'] ?? 0),
      end: Number(find['end'] ?? 0),
    }))
  })
}
