import { anyRows, one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import { type DraftPhoto, mostPhotos, type PhotoFind } from './photo.ts'

const insertRow = writeSql(`insert into draft_photos
  (id, draft_id, position, hash, look_hash, width, height, alt, finds, created_at)
  select @id, @draftId, (select count(*) from draft_photos where draft_id = @draftId),
    @hash, @lookHash, @width, @height, @alt, @finds, @now
  where not exists (select 1 from draft_photos where draft_id = @draftId and hash = @hash)
    and (select count(*) from draft_photos where draft_id = @draftId) < @most`)
const touchDraft = writeSql(
  'update ad_drafts set updated_at = @now where id = @draftId and submitted_at is null and expires_at > @now',
)
// Two rows may not share a place even for a moment, so all step aside first.
const stepAside = writeSql('update draft_photos set position = -1 - position where draft_id = ?')
const takePlace = writeSql('update draft_photos set position = @position where id = @id and draft_id = @draftId')
const deleteRow = writeSql('delete from draft_photos where id = @id and draft_id = @draftId')
const deleteOver = writeSql('delete from draft_photos where id = ?')
const setWords = writeSql('update draft_photos set alt = @alt, finds = @finds where id = @id and draft_id = @draftId')

type Target = Readonly<{ draftId: string; now: Millis }>

/** The draft is still open; `state_changed` when it was submitted or its time is over. */
function openDraft({ draftId, now }: Target): Step {
  return one(touchDraft({ draftId, now }), 'state_changed')
}

/** Adds a picture behind the others; `already_exists` when the draft has it already or is full. */
export function insertDraftPhoto(photo: Omit<DraftPhoto, 'position'>, target: Target): readonly Step[] {
  const values = { ...photo, ...target, finds: JSON.stringify(photo.finds), most: mostPhotos }
  return [openDraft(target), one(insertRow(values), 'already_exists')]
}

/** Puts the pictures of a draft into this order; `ids` names all of them. */
export function orderDraftPhotos(ids: readonly string[], target: Target): readonly Step[] {
  const { draftId } = target
  return [
    openDraft(target),
    { run: stepAside(draftId), rows: ids.length, otherwise: 'state_changed' },
    ...ids.map((id, position) => one(takePlace({ id, draftId, position }), 'state_changed')),
  ]
}

/** Takes one picture out; `left` are the others in their order. */
export function deleteDraftPhoto(id: string, left: readonly string[], target: Target): readonly Step[] {
  return [one(deleteRow({ id, draftId: target.draftId }), 'not_found'), ...orderDraftPhotos(left, target)]
}

export function describeDraftPhotoSteps(
  words: Readonly<{ id: string; alt: string; finds: readonly PhotoFind[] }>,
  target: Target,
): readonly Step[] {
  const { id, alt, finds } = words
  const values = { id, alt, finds: JSON.stringify(finds), draftId: target.draftId }
  return [openDraft(target), one(setWords(values), 'not_found')]
}

/** Takes pictures out of drafts whose time is over. */
export function deletePhotosOver(ids: readonly string[]): readonly Step[] {
  return ids.map((id) => anyRows(deleteOver(id)))
}
