import { readSql } from '../../db/statement.ts'
import { type Locale, localeOr } from '../i18n/locales.ts'
import type { CaseFind } from '../moderation/moderation.ts'

type Kept = Readonly<{ finds: string; locale: string }>

const ofDraft = readSql<Kept>(`select p.finds, d.locale from draft_photos p join ad_drafts d on d.id = p.draft_id
  where d.id = ? order by p.position`)
const ofAd = readSql<Kept>(`select p.finds, d.locale from draft_photos p join ad_drafts d on d.id = p.draft_id
  where d.id = (select id from ad_drafts where ad_id = ? and submitted_at is not null
    order by submitted_at desc, rowid desc limit 1)
  order by p.position`)

/** What was found in the pictures of a draft, for the moderation case; what is written about them is the ad's words. */
export function listPhotoFinds(draftId: string): readonly CaseFind[] {
  return ofDraft.all(draftId).flatMap(({ finds, locale }) => caseFindsIn(finds, localeOr(locale)))
}

/** The same for an ad, by the draft that was last sent in for it. */
export function listPhotoFindsOf(adId: number): readonly CaseFind[] {
  return ofAd.all(adId).flatMap(({ finds, locale }) => caseFindsIn(finds, localeOr(locale)))
}

function caseFindsIn(finds: string, locale: Locale): readonly CaseFind[] {
  const found: unknown = JSON.parse(finds)
  if (!Array.isArray(found)) return []
  return found.flatMap((find: Readonly<Record<string, unknown>>) =>
    find['source'] === 'alt' ? [] : [{ locale, field: 'photo', kind: String(find['kind'] ?? 'qr'), start: 0, end: 0 }],
  )
}
