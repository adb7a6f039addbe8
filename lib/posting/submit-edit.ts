import { commit, type Step } from '../../db/commit.ts'
import type { AdRecord } from '../ads/ad-record.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { canBecome } from '../ads/ads.ts'
import { replaceAd } from '../ads/ads-store.ts'
import { confirmContact } from '../ads/contact-doubt-store.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { newAdCase, screenRecord } from '../checkout/enter-ad.ts'
import { listPhotoFinds } from '../checkout/photo-finds-queries.ts'
import { DomainError } from '../errors/domain-error.ts'
import { invariant } from '../errors/invariant.ts'
import type { CaseFind } from '../moderation/moderation.ts'
import { openCase } from '../moderation/moderation-store.ts'
import { shownContact } from '../reveals/reveals.ts'
import { saveContact } from '../reveals/reveals-store.ts'
import type { Millis } from '../time/time.ts'
import { editedRecord, type ReadyDraft } from './draft-record.ts'
import type { Submitted } from './drafts.ts'
import { markSubmitted } from './drafts-store.ts'
import { findStandingDecision } from './edit-decisions-queries.ts'
import { keepSaleConsent } from './sale-consents-store.ts'

/**
 * Changes an ad that is there. An edit never costs anything.
 *
 * An ad that staff sent back goes before staff again. The contact holds at once, and is no longer doubted. Words and
 * pictures do too, unless screening found something in those of an ad that people can see: then the ad stands as it was,
 * and the changes wait for staff. Every edit of such an ad is looked at, before or after.
 */
export async function submitEdit(ready: ReadyDraft, now: Millis): Promise<Submitted> {
  const { draft } = ready.view
  const ad = draft.adId === null ? undefined : findAdRecord(draft.adId)
  const { memberId } = draft
  if (!ad || memberId === null || ad.status === 'deleted') throw new DomainError('not_found')
  const edited = editedRecord(ready, ad, now)
  const finds = [...screenRecord(edited), ...listPhotoFinds(draft.id)]
  const isBack = isSentBack(ad)
  const isSeen = ad.status !== 'pending' && ad.status !== 'draft' && !isBack
  const waits = isSeen && finds.length > 0
  const status = isBack ? 'pending' : ad.status
  const changed = waits ? keptWords(ad, edited) : isBack ? sentAgain(edited, now) : edited
  await commit([
    ...replaceAd(changed, { seen: ad, now }),
    confirmContact(ad.id, now),
    saveContact(ad.id, shownContact(ready.contact), now),
    ...consentSteps(ready, { adId: ad.id, memberId, now }),
    ...caseSteps(changed, { finds, now, waits }),
    markSubmitted({ id: draft.id, adId: ad.id, memberId, version: draft.version, waits, now }),
    recordAudit({ actor: `member:${memberId}`, action: 'ad_edited', subject: `ad:${ad.ref}`, detail: { waits } }, now),
  ])
  return {
    draftId: draft.id,
    ref: ad.ref,
    status,
    isDue: status === 'draft',
    waits,
    isEdit: true,
    tags: ['ads', `ad:${ad.ref}`],
  }
}

/** Whether staff took the ad from its advertiser until it is changed. */
function isSentBack(ad: AdRecord): boolean {
  if (ad.status === 'refused') return true
  return ad.status === 'suspended' && findStandingDecision(ad.id) === 'ask_change'
}

/** An ad that was online keeps the days it had: only its wait for staff, from now on, is given back to it. */
function sentAgain(ad: AdRecord, now: Millis): AdRecord {
  invariant(canBecome(ad.status, 'pending'), 'an ad that was sent back may wait again')
  return { ...ad, status: 'pending', ...(ad.status === 'suspended' ? { publishedAt: now } : {}) }
}

/** The ad as people see it, with nothing of the edit but its contact. */
function keptWords(ad: AdRecord, edited: AdRecord): AdRecord {
  const { hasPhone, hasEmail, phoneVerifiedAt, confirmedAt, updatedAt } = edited
  // Whoever looks at the ad right now did not see what waits, so an approval of theirs must not reach it.
  return { ...ad, hasPhone, hasEmail, phoneVerifiedAt, confirmedAt, updatedAt }
}

type Looked = Readonly<{ finds: readonly CaseFind[]; waits: boolean; now: Millis }>

function caseSteps(ad: AdRecord, { finds, waits, now }: Looked): readonly Step[] {
  if (ad.status === 'draft') return []
  if (ad.status === 'pending') return [newAdCase(ad.id, finds, now)]
  // Places in words that wait are no places in those people see: staff is shown the waiting words with their own.
  return [openCase({ adId: ad.id, reason: 'edited', finds: waits ? [] : finds, now })]
}

function consentSteps(
  { consentText, view }: ReadyDraft,
  { adId, memberId, now }: Readonly<{ adId: number; memberId: string; now: Millis }>,
): readonly Step[] {
  const { locale, saleConsentAt } = view.draft
  return [keepSaleConsent({ adId, memberId, text: consentText, locale, at: saleConsentAt ?? now })]
}
