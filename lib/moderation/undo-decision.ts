import { commit, type Step } from '../../db/commit.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { auditChange } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newPublicId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { moveAd } from './decide-case.ts'
import { takeBackLetter } from './decision-letters.ts'
import { isAboutAd, statusAfter } from './moderation.ts'
import { type DecisionRow, findDecision, listDecisions, pageTagsOf } from './moderation-queries.ts'
import { insertDecision, reopenCase } from './moderation-store.ts'
import { takeBackAnswer } from './notice-letters.ts'
import { listNoticesAnsweredBy } from './notices-queries.ts'
import { reopenNotices } from './notices-store.ts'

export type Undoing = Readonly<{ decisionId: string; staffId: string; now: Millis }>
export type Undone = Readonly<{
  adRef: string
  caseId: string | null
  decisionId: string
  pageTags: readonly string[]
}>

/**
 * Puts everything back as it was before a decision: the ad's status, the case, the notices; letters that have not left
 * never do, those that have are corrected. Works once, for the latest decision, while the ad is as it left it.
 *
 * @throws DomainError `not_found`; `conflict` with the code `already_undone`, `later_decision` or `changed`.
 */
export async function undoDecision(undoing: Undoing): Promise<Undone> {
  const decision = findDecision(undoing.decisionId)
  if (!decision || !isAboutAd(decision.kind)) throw new DomainError('not_found')
  const ad = findAdRecord(decision.adId)
  if (!ad) throw new DomainError('not_found')
  const problem = problemOf(decision, ad.status)
  if (problem) throw conflict(problem)
  const restoringId = newPublicId()
  try {
    await commit([
      ...moveAd(ad, { to: decision.statusBefore, now: undoing.now }),
      ...restoreSteps(decision, { ...undoing, restoringId, adRef: ad.ref }),
      ...letters(decision, { ad: { id: ad.id, ref: ad.ref, title: titleOf(ad) }, now: undoing.now }),
      reopenNotices(decision.id),
      ...(decision.caseId === null ? [] : [reopenCase(decision.caseId, undoing)]),
    ])
  } catch (error) {
    throw isConflict(error) ? conflict(isConflict(error, 'already_recorded') ? 'already_undone' : 'changed') : error
  }
  return { adRef: ad.ref, caseId: decision.caseId, decisionId: restoringId, pageTags: pageTagsOf(ad) }
}

/** Why a decision cannot be undone. */
export function problemOf(
  decision: DecisionRow,
  status: DecisionRow['statusBefore'],
): 'already_undone' | 'later_decision' | 'changed' | undefined {
  if (decision.isUndone) return 'already_undone'
  const standing = listDecisions(decision.adId).find(({ kind, isUndone }) => isAboutAd(kind) && !isUndone)
  if (standing?.id !== decision.id) return 'later_decision'
  const left = isAboutAd(decision.kind) ? statusAfter(decision.kind, decision.statusBefore) : undefined
  return left === status ? undefined : 'changed'
}

function restoreSteps(
  decision: DecisionRow,
  undoing: Undoing & Readonly<{ restoringId: string; adRef: string }>,
): readonly Step[] {
  const { restoringId, staffId, now, adRef } = undoing
  const left = isAboutAd(decision.kind) ? statusAfter(decision.kind, decision.statusBefore) : undefined
  return [
    insertDecision({
      ...{ id: restoringId, adId: decision.adId, caseId: decision.caseId, kind: 'restore' },
      ...{ statusBefore: left ?? decision.statusBefore, groundKey: null, explanation: '', isAutomated: false },
      ...{ staffId, undoes: decision.id, at: now },
    }),
    auditChange(
      {
        actor: `member:${staffId}`,
        action: 'decision_undone',
        subject: `ad:${adRef}`,
        before: { status: left, decision: decision.id },
        after: { status: decision.statusBefore, decision: restoringId },
      },
      now,
    ),
  ]
}

function letters(
  decision: DecisionRow,
  { ad, now }: Readonly<{ ad: Readonly<{ id: number; ref: string; title: string }>; now: Millis }>,
): readonly Step[] {
  const undone = { decisionId: decision.id, now }
  return [
    ...takeBackLetter(ad, undone),
    ...listNoticesAnsweredBy(decision.id).flatMap((notice) => takeBackAnswer(notice, undone)),
  ]
}

function titleOf(
  ad: Readonly<{ ref: string; sourceLocale: string; texts: readonly { locale: string; title: string }[] }>,
) {
  return ad.texts.find(({ locale }) => locale === ad.sourceLocale)?.title ?? ad.ref
}

function conflict(code: string): DomainError {
  return new DomainError('conflict', { fields: [{ field: '', code }] })
}
