import { randomBytes } from 'node:crypto'
import { commit, type Step, withRetries } from '../../db/commit.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import type { AdStatus } from '../ads/ads.ts'
import { insertAd, insertAdvertiser } from '../ads/ads-store.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { firstStatus, newAdCase, screenRecord } from '../checkout/enter-ad.ts'
import { listPhotoFinds } from '../checkout/photo-finds-queries.ts'
import { config } from '../config/env.ts'
import { DomainError } from '../errors/domain-error.ts'
import { invariant } from '../errors/invariant.ts'
import { ownAdsPath } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { encodeCrockford } from '../ids/crockford.ts'
import { newAdRef } from '../ids/ids.ts'
import { queueMail } from '../mail/mail-store.ts'
import { mailText } from '../mail/mail-text.ts'
import { findMemberById } from '../members/members-queries.ts'
import { shownContact } from '../reveals/reveals.ts'
import { saveContact } from '../reveals/reveals-store.ts'
import { findSetting } from '../settings/settings-queries.ts'
import type { Millis } from '../time/time.ts'
import { findAdvertiserOfMember } from './advertiser-queries.ts'
import { type ReadyDraft, recordOf, requireReady } from './draft-record.ts'
import { viewDraft } from './draft-view-queries.ts'
import type { Draft, Submitted } from './drafts.ts'
import { markSubmitted } from './drafts-store.ts'
import type { PostingContext } from './posting-context.ts'
import type { DraftInput } from './posting-input.ts'
import { findOwnDraft } from './require-draft.ts'
import { reserveAdId } from './reserve-ad-id.ts'
import { keepSaleConsent } from './sale-consents-store.ts'
import { submitEdit } from './submit-edit.ts'

/**
 * Sends a draft in: the ad with its words, pictures, sealed contact and consent is kept in one commit. Sent twice, at
 * once or later, it is one ad.
 *
 * @throws DomainError `not_found`; `invalid_input` naming the steps in which something is missing.
 */
export function submitDraft(input: DraftInput, { actor, now }: PostingContext): Promise<Submitted> {
  return withRetries(async () => {
    const draft = findOwnDraft(input.draftId, { memberId: actor.memberId, now })
    if (!draft) throw new DomainError('not_found')
    if (draft.submittedAt !== null) return alreadySubmitted(draft)
    const ready = requireReady(viewDraft(draft, now))
    if (draft.details.isEdit) return submitEdit(ready, now)
    if (draft.memberId === null)
      throw new DomainError('invalid_input', { fields: [{ field: 'contact', code: 'problem' }] })
    return createAd(ready, { memberId: draft.memberId, now })
  })
}

function alreadySubmitted(draft: Draft): Submitted {
  const ad = draft.adId === null ? undefined : findAdRecord(draft.adId)
  if (!ad) throw new DomainError('not_found')
  const isDue = ad.status === 'draft'
  return {
    draftId: draft.id,
    ref: ad.ref,
    status: ad.status,
    isDue,
    waits: draft.details.waits,
    isEdit: draft.details.isEdit,
    tags: [],
  }
}

async function createAd(
  ready: ReadyDraft,
  { memberId, now }: Readonly<{ memberId: string; now: Millis }>,
): Promise<Submitted> {
  const { view, terms } = ready
  const { draft } = view
  const isDue = terms.fee.kind === 'due'
  const advertiser = advertiserOf(memberId, { now, draft })
  const about = { id: reserveAdId(), ref: newAdRef(), advertiserId: advertiser.id, now }
  const record = recordOf(ready, { ...about, status: 'draft' })
  const finds = [...screenRecord(record), ...listPhotoFinds(draft.id)]
  const status: AdStatus = isDue ? 'draft' : firstStatus(finds)
  const ad = { ...record, status }
  await commit([
    ...advertiser.steps,
    ...insertAd(ad, now),
    saveContact(ad.id, shownContact(ready.contact), now),
    keepSaleConsent({
      adId: ad.id,
      memberId,
      text: ready.consentText,
      locale: draft.locale,
      at: draft.saleConsentAt ?? now,
    }),
    markSubmitted({ id: draft.id, adId: ad.id, memberId, version: draft.version, now }),
    ...(isDue ? [] : [newAdCase(ad.id, finds, now)]),
    ...(isDue ? [] : [receivedMail(ready, { memberId, ref: ad.ref, now })]),
    recordAudit(
      { actor: `member:${memberId}`, action: 'ad_submitted', subject: `ad:${ad.ref}`, detail: { status } },
      now,
    ),
  ])
  const tags = status === 'published' ? ['ads', `ad:${ad.ref}`, `advertiser:${advertiser.handle}`] : []
  return { draftId: draft.id, ref: ad.ref, status, isDue, waits: false, isEdit: false, tags }
}

type OwnAdvertiser = Readonly<{ id: string; handle: string; steps: readonly Step[] }>

/** The id of a member's first advertiser follows from the member, so that two ads sent at once make one. */
function advertiserOf(memberId: string, { now, draft }: Readonly<{ now: Millis; draft: Draft }>): OwnAdvertiser {
  const known = findAdvertiserOfMember(memberId)
  if (known) return { id: known.id, handle: known.handle, steps: [] }
  const id = `m-${memberId}`
  const handle = encodeCrockford(randomBytes(8), 12).toLowerCase()
  const publicName = translate(draft.locale, 'ad')('private')
  const step = insertAdvertiser({
    id,
    handle,
    publicName,
    isProfessional: false,
    businessId: null,
    memberId,
    createdAt: now,
  })
  return { id, handle, steps: [step] }
}

/** Tells the advertiser the number of the ad, and the address under which it is managed. */
function receivedMail(
  { view, read }: ReadyDraft,
  { memberId, ref, now }: Readonly<{ memberId: string; ref: string; now: Millis }>,
): Step {
  const member = findMemberById(memberId)
  invariant(member, 'who sends an ad in has an account')
  const { locale } = view.draft
  const letter = mailText('adReceived', locale, {
    ref,
    title: read.title,
    hours: findSetting('posting').reviewHours,
    url: config().origin + ownAdsPath(locale, ref),
  })
  return queueMail({ dedupeKey: `ad-received:${ref}`, to: member.email, locale, letter }, now)
}
