import { anyRows, one, type Step } from '../../db/commit.ts'
import { adDrafts, draftPhotos } from '../../db/schema/posting.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import { type DraftDetails, draftLifeMs } from './drafts.ts'

const insertRow = writeStatement<Row<typeof adDrafts>>((db) => db.insert(adDrafts).values(everyColumn(adDrafts)))
const insertPhotoRow = writeStatement<Row<typeof draftPhotos>>((db) =>
  db.insert(draftPhotos).values(everyColumn(draftPhotos)),
)

export type NewDraft = Row<typeof adDrafts>

export function insertDraft(row: NewDraft): Step {
  return one(insertRow(row), 'already_exists')
}

export function insertDraftPhoto(row: Row<typeof draftPhotos>): Step {
  return one(insertPhotoRow(row), 'already_exists')
}

const detailsRow = writeSql(`update ad_drafts set details = @details, version = version + 1, updated_at = @now,
  expires_at = @expiresAt where id = @id and version = @version and submitted_at is null`)
const otherRow = writeSql(`update ad_drafts set details = @details, updated_at = @now
  where id = @id and version = @version and submitted_at is null`)
const categoryRow = writeSql(`update ad_drafts set category_id = @categoryId, updated_at = @now,
  expires_at = @expiresAt where id = @id and submitted_at is null`)

type Touch = Readonly<{ id: string; now: Millis }>
const expiryOf = ({ now }: Touch) => now + draftLifeMs

/** Conflicts with `state_changed` when the draft has another version by now, or was sent in. */
export function saveDraftDetails(change: Touch & Readonly<{ details: DraftDetails; version: number }>): Step {
  const details = JSON.stringify(change.details)
  return one(detailsRow({ ...change, details, expiresAt: expiryOf(change) }), 'state_changed')
}

/** Keeps what another tab sent beside the details; they are not changed by it, so neither is their version. */
export function saveOtherVersion(change: Touch & Readonly<{ details: DraftDetails; version: number }>): Step {
  return one(otherRow({ ...change, details: JSON.stringify(change.details) }), 'state_changed')
}

export function saveDraftCategory(change: Touch & Readonly<{ categoryId: number }>): Step {
  return one(categoryRow({ ...change, expiresAt: expiryOf(change) }), 'state_changed')
}

const contactRow = writeSql(`update ad_drafts set contact_sealed = @sealed, email_verified_at = @emailVerifiedAt,
  phone_verified_at = @phoneVerifiedAt, sale_consent_text = @saleConsentText, sale_consent_at = @saleConsentAt,
  updated_at = @now, expires_at = @expiresAt where id = @id and submitted_at is null`)

export type ContactChange = Touch &
  Readonly<{
    sealed: Uint8Array
    emailVerifiedAt: Millis | null
    phoneVerifiedAt: Millis | null
    saleConsentText: string | null
    saleConsentAt: Millis | null
  }>

export function saveDraftContact(change: ContactChange): Step {
  return one(contactRow({ ...change, expiresAt: expiryOf(change) }), 'state_changed')
}

const emailRow = writeSql(`update ad_drafts set email_verified_at = ?, member_id = ?, updated_at = ?
  where id = ? and submitted_at is null`)
const phoneRow = writeSql(
  'update ad_drafts set phone_verified_at = ?, updated_at = ? where id = ? and submitted_at is null',
)

export function markEmailVerified({ id, now }: Touch, memberId: string): Step {
  return one(emailRow(now, memberId, now, id), 'state_changed')
}

export function markPhoneVerified({ id, now }: Touch): Step {
  return one(phoneRow(now, now, id), 'state_changed')
}

const submitRow = writeSql(`update ad_drafts set submitted_at = @now, ad_id = @adId,
  details = json_set(details, '$.waits', json(@waits)), member_id = @memberId,
  updated_at = @now, expires_at = @expiresAt where id = @id and version = @version and submitted_at is null`)

/** Makes a draft the ad it became, once: a second time conflicts with `state_changed`. */
export function markSubmitted(
  change: Touch & Readonly<{ adId: number; memberId: string; version: number; waits?: boolean }>,
): Step {
  return one(
    submitRow({ ...change, waits: String(change.waits ?? false), expiresAt: expiryOf(change) }),
    'state_changed',
  )
}

const closeRow = writeSql(`update ad_drafts set details = json_set(details, '$.waits', json('false')), updated_at = ?
  where id = ? and json_extract(details, '$.waits') = 1`)
const reopenRow = writeSql(
  'update ad_drafts set submitted_at = null, updated_at = ? where id = ? and submitted_at is not null',
)
const photosRow = writeSql('delete from draft_photos where draft_id = ?')
const draftRow = writeSql('delete from ad_drafts where id = ?')

/** The changes of a draft that waited for staff took effect; once. */
export function closeEdit({ id, now }: Touch): Step {
  return one(closeRow(now, id), 'state_changed')
}

/** A draft that waited for staff may be changed again. */
export function reopenDraft({ id, now }: Touch): Step {
  return one(reopenRow(now, id), 'state_changed')
}

/** Takes a draft away with what hangs on it; what became an ad stays. */
export function deleteDraft(id: string): readonly Step[] {
  return [anyRows(photosRow(id)), anyRows(draftRow(id))]
}
