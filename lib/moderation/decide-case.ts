import { commit, type Step } from '../../db/commit.ts'
import type { AdRecord } from '../ads/ad-record.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { type AdStatus, firstDates } from '../ads/ads.ts'
import { indexAd, moveReviewedAd, unindexAd } from '../ads/ads-store.ts'
import { auditChange } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newPublicId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { tellAdvertiser } from './decision-letters.ts'
import { type GroundKey, isGround } from './grounds.ts'
import { type DecisionKind, isRestriction, statusAfter } from './moderation.ts'
import { type CaseRow, findCase, pageTagsOf } from './moderation-queries.ts'
import { closeCase, insertDecision } from './moderation-store.ts'
import { tellReporter } from './notice-letters.ts'
import { listWaitingNotices } from './notices-queries.ts'
import { answerNotice } from './notices-store.ts'

export type CaseDecision = Readonly<{
  caseId: string
  kind: DecisionKind
  /** Needed for whatever takes the ad from its advertiser. */
  groundKey?: GroundKey | undefined
  /** What was found, in the advertiser's language, as it is sent. */
  explanation: string
  /** `updatedAt` of the ad as it was looked at; absent where several are decided without looking at each. */
  seenAt?: Millis | undefined
  staffId: string
  now: Millis
}>

export type DecidedCase = Readonly<{
  decisionId: string
  adRef: string
  before: AdStatus
  after: AdStatus
  /** What to throw out of the page cache. */
  pageTags: readonly string[]
}>

/**
 * Decides about an ad that waits: moves it, makes it findable or not, closes the case, answers its notices and writes
 * to both sides, all in one commit. An ad that is published for the first time begins its days now.
 *
 * @throws DomainError `not_found`; `invalid_input` without a ground or an explanation where one is owed; `conflict`
 *   with the code `already_decided`, `claimed_by_other`, `status` or `changed` (the advertiser edited it meanwhile).
 */
export async function decideCase(decision: CaseDecision): Promise<DecidedCase> {
  const { caseId, kind, staffId, now } = decision
  requireReasons(decision)
  const found = findCase(caseId)
  const ad = found && findAdRecord(found.adId)
  if (!found || !ad) throw new DomainError('not_found')
  requireFree(found, { staffId, now })
  const after = statusAfter(kind, ad.status)
  if (after === undefined) throw conflict('status')
  if (decision.seenAt !== undefined && decision.seenAt !== ad.updatedAt) throw conflict('changed')
  const decisionId = newPublicId()
  try {
    await commit([
      closeCase(caseId, { staffId, now }),
      ...moveAd(ad, { to: after, now }),
      ...recordDecision(ad, found, { ...decision, decisionId, after }),
    ])
  } catch (error) {
    throw isConflict(error) ? reasonOf(caseId, { staffId, now }) : error
  }
  return { decisionId, adRef: ad.ref, before: ad.status, after, pageTags: pageTagsOf(ad) }
}

function requireReasons({ kind, groundKey, explanation }: CaseDecision): void {
  if (!isRestriction(kind)) return
  const length = explanation.trim().length
  const fields = [
    ...(isGround(groundKey) ? [] : [{ field: 'ground', code: 'required' }]),
    ...(length >= 10 && length <= 2000 ? [] : [{ field: 'explanation', code: 'length' }]),
    ...(explanation.trim().endsWith(':') ? [{ field: 'explanation', code: 'detail' }] : []),
  ]
  if (fields.length > 0) throw new DomainError('invalid_input', { fields })
}

function requireFree(found: CaseRow, by: Readonly<{ staffId: string; now: Millis }>): void {
  if (found.state === 'decided') throw conflict('already_decided')
  const isHeld = found.claimedBy !== null && found.claimedBy !== by.staffId && (found.claimedUntil ?? 0) > by.now
  if (isHeld) throw conflict('claimed_by_other')
}

function reasonOf(caseId: string, by: Readonly<{ staffId: string; now: Millis }>): DomainError {
  const found = findCase(caseId)
  try {
    if (found) requireFree(found, by)
  } catch (error) {
    if (error instanceof DomainError) return error
  }
  return conflict('changed')
}

function conflict(code: 'already_decided' | 'claimed_by_other' | 'status' | 'changed'): DomainError {
  return new DomainError('conflict', { fields: [{ field: '', code }] })
}

/** Steps that put an ad where the decision wants it, still as it was looked at. */
export function moveAd(ad: AdRecord, move: Readonly<{ to: AdStatus; now: Millis }>): readonly Step[] {
  const seen = { status: ad.status, updatedAt: ad.updatedAt }
  if (move.to === ad.status) return [moveReviewedAd(ad, seen)]
  const moved = movedAd(ad, move)
  return [moveReviewedAd(moved, seen), ...unindexAd(ad.id), ...indexAd(moved, move.now)]
}

function movedAd(ad: AdRecord, { to, now }: Readonly<{ to: AdStatus; now: Millis }>): AdRecord {
  const moved = { ...ad, status: to, updatedAt: Math.max(now, ad.updatedAt + 1) }
  if (ad.status !== 'pending' || to !== 'published') return moved
  const { sortKey, publishedAt, expiresAt, freeFrom } = firstDates(ad, now)
  const sponsoredUntil = ad.sponsoredUntil === null ? null : ad.sponsoredUntil + publishedAt - ad.publishedAt
  return { ...moved, sortKey, publishedAt, expiresAt, freeFrom, sponsoredUntil }
}

function recordDecision(
  ad: AdRecord,
  found: CaseRow,
  decision: CaseDecision & Readonly<{ decisionId: string; after: AdStatus }>,
): readonly Step[] {
  const { decisionId, kind, groundKey = null, staffId, now, after } = decision
  const explanation = decision.explanation.trim()
  const told = { id: decisionId, kind, groundKey, explanation, isAutomated: false, caseReason: found.reason, at: now }
  const title = ad.texts.find(({ locale }) => locale === ad.sourceLocale)?.title ?? ad.ref
  // Advertisers are told of what changed for them, not of a notice that came to nothing.
  const isTold = ad.status !== after
  const state = isRestriction(kind) ? 'upheld' : 'rejected'
  return [
    insertDecision({
      ...{ id: decisionId, adId: ad.id, caseId: found.id, kind, statusBefore: ad.status, groundKey, explanation },
      ...{ isAutomated: false, staffId, undoes: null, at: now },
    }),
    ...listWaitingNotices(ad.id).flatMap((notice) => [
      answerNotice(notice.id, { state, decisionId, answer: null, now }),
      ...tellReporter(notice, { state, decisionId, now }),
    ]),
    ...(isTold ? tellAdvertiser({ id: ad.id, ref: ad.ref, title }, told) : []),
    auditChange(
      {
        actor: `member:${staffId}`,
        action: `ad_${kind}`,
        subject: `ad:${ad.ref}`,
        before: { status: ad.status },
        after: { status: after, decision: decisionId, ground: groundKey },
        ...(explanation === '' ? {} : { reason: explanation }),
      },
      now,
    ),
  ]
}
