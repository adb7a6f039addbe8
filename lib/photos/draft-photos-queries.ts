import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import type { DraftPhoto, PhotoFind } from './photo.ts'

const photosOf = readSql<Omit<DraftPhoto, 'finds'> & { finds: string }>(
  `select id, position, hash, look_hash as lookHash, width, height, alt, finds
  from draft_photos where draft_id = ? order by position`,
)
const draft = readSql<{ id: string }>(
  'select id from ad_drafts where id = @id and submitted_at is null and expires_at > @now',
)
const overPhotos = readSql<{ id: string; hash: string }>(
  `select p.id, p.hash from ad_drafts d join draft_photos p on p.draft_id = d.id
  where d.expires_at <= ? order by d.expires_at limit ?`,
)

/** The pictures of a draft in their order; the first is the cover. */
export function listDraftPhotos(draftId: string): readonly DraftPhoto[] {
  return photosOf.all(draftId).map(({ finds, ...photo }) => ({ ...photo, finds: JSON.parse(finds) as PhotoFind[] }))
}

/** Whether pictures may still be added to this draft and changed. */
export function isDraftOpen(draftId: string, now: Millis): boolean {
  return draft.get({ id: draftId, now }) !== undefined
}

/** Pictures of drafts whose time is over. */
export function listPhotosOver(now: Millis, most: number): readonly Readonly<{ id: string; hash: string }>[] {
  return overPhotos.all(now, most)
}
