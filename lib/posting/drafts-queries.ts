import { readSql } from '../../db/statement.ts'
import { localeOr } from '../i18n/locales.ts'
import type { Millis } from '../time/time.ts'
import { type Draft, readDetails } from './drafts.ts'

type Kept = Omit<Draft, 'details' | 'hasContact' | 'locale'> &
  Readonly<{ details: string; hasContact: number; locale: string }>

const columns = `id, member_id as memberId, ad_id as adId, category_id as categoryId, locale, details,
  contact_sealed is not null as hasContact, email_verified_at as emailVerifiedAt,
  phone_verified_at as phoneVerifiedAt, sale_consent_text as saleConsentText, sale_consent_at as saleConsentAt,
  version, created_at as createdAt, updated_at as updatedAt, expires_at as expiresAt, submitted_at as submittedAt`

const byId = readSql<Kept>(`select ${columns} from ad_drafts where id = ? and expires_at > ?`)
const openOfMember = readSql<Kept>(
  `select ${columns} from ad_drafts where member_id = ? and submitted_at is null and expires_at > ?
   order by updated_at desc limit 50`,
)
const editOfAd = readSql<Kept>(
  `select ${columns} from ad_drafts where ad_id = ? and expires_at > ? and json_extract(details, '$.isEdit') = 1
   order by updated_at desc limit 1`,
)
const waiting = readSql<Kept>(
  `select ${columns} from ad_drafts where submitted_at is not null and ad_id is not null
     and json_extract(details, '$.waits') = 1 and expires_at > ? limit 500`,
)
const runOut = readSql<{ id: string }>('select id from ad_drafts where expires_at <= ? order by expires_at limit ?')

/** A draft that has not run out, without its contact. */
export function findDraft(id: string, now: Millis): Draft | undefined {
  return draftOf(byId.get(id, now))
}

/** What a member has begun and not sent, last touched first. */
export function listOpenDrafts(memberId: string, now: Millis): readonly Draft[] {
  return openOfMember.all(memberId, now).flatMap((row) => draftOf(row) ?? [])
}

/** The newest change of an ad, begun or sent. */
export function findOpenEdit(adId: number, now: Millis): Draft | undefined {
  return draftOf(editOfAd.get(adId, now))
}

/** The change of an ad that was sent in and waits for staff. */
export function findWaitingEdit(adId: number, now: Millis): Draft | undefined {
  const edit = findOpenEdit(adId, now)
  return edit?.details.waits && edit.submittedAt !== null ? edit : undefined
}

/** Changes that were sent in and wait for staff. */
export function listWaitingEdits(now: Millis): readonly Draft[] {
  return waiting.all(now).flatMap((row) => draftOf(row) ?? [])
}

export function listRunOutDrafts(now: Millis, limit: number): readonly string[] {
  return runOut.all(now, limit).map(({ id }) => id)
}

const photosOf = readSql<DraftPhoto>(
  `select id, position, hash, look_hash as lookHash, width, height, alt, finds from draft_photos
   where draft_id = ? order by position`,
)

export type DraftPhoto = Readonly<{
  id: string
  position: number
  hash: string
  lookHash: string
  width: number
  height: number
  alt: string
  /** JSON of what was found in the picture. */
  finds: string
}>

export function listDraftPhotos(draftId: string): readonly DraftPhoto[] {
  return photosOf.all(draftId)
}

function draftOf(row: Kept | undefined): Draft | undefined {
  return (
    row && {
      ...row,
      locale: localeOr(row.locale),
      details: readDetails(JSON.parse(row.details)),
      hasContact: row.hasContact === 1,
    }
  )
}
