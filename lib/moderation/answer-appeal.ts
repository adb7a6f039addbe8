import { commit, type Step } from '../../db/commit.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { auditChange } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newPublicId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { type Appellant, answerAppellant } from './appeal-letters.ts'
import { moveAd } from './decide-case.ts'
import { tellAdvertiser } from './decision-letters.ts'
import { type GroundKey, isGround } from './grounds.ts'
import { isAboutAd, statusAfter } from './moderation.ts'
import { type DecisionRow, findAdvertiserMember, findDecision, pageTagsOf } from './moderation-queries.ts'
import { insertDecision } from './moderation-store.ts'
import { type AppealRow, countModerators, findAppeal, findNoticeById } from './notices-queries.ts'
import { closeAppeal, upholdNotice } from './notices-store.ts'
import { problemOf } from './undo-decision.ts'

export type AppealAnswer = Readonly<{
  appealId: string
  outcome: 'granted' | 'denied'
  /** What is written to whoever appealed, in their language. */
  answer: string
  /** Needed to grant a reporter's appeal: why the ad is suspended after all. */
  groundKey?: GroundKey | undefined
  staffId: string
  now: Millis
}>

/**
 * Answers an appeal. Granted to an advertiser, the decision is undone where the ad is still as it left it; granted to a
 * reporter, the ad is suspended. Whoever decided does not answer, unless nobody else could.
 *
 * @throws DomainError `not_found`; `forbidden` for the person who decided; `invalid_input`; `conflict` when answered.
 */
export async function answerAppeal(
  input: AppealAnswer,
): Promise<Readonly<{ adRef: string; pageTags: readonly string[] }>> {
  const appeal = findAppeal(input.appealId)
  const decision = appeal?.decisionId ? findDecision(appeal.decisionId) : undefined
  const ad = decision && findAdRecord(decision.adId)
  if (!appeal || !decision || !ad) throw new DomainError('not_found')
  if (appeal.state !== 'open') throw new DomainError('conflict')
  if (!mayAnswer(decision, input.staffId)) throw new DomainError('forbidden')
  requireWords(input, appeal)
  const { outcome, answer, staffId, now } = input
  const granted = outcome === 'granted' ? grantSteps(appeal, { decision, ad, input }) : []
  const appellant = appellantOf(appeal, decision, ad.ref)
  try {
    await commit([
      closeAppeal(appeal.id, { state: outcome, answer, staffId, now }),
      ...granted,
      ...(appellant ? answerAppellant(appellant, { id: appeal.id, outcome, text: answer, now }) : []),
      auditChange(
        {
          ...{ actor: `member:${staffId}`, action: `appeal_${outcome}`, subject: `ad:${ad.ref}` },
          ...{ before: { state: 'open' }, after: { state: outcome, appeal: appeal.id }, reason: answer },
        },
        now,
      ),
    ])
  } catch (error) {
    throw isConflict(error) ? new DomainError('conflict') : error
  }
  return { adRef: ad.ref, pageTags: pageTagsOf(ad) }
}

/** Whether this person may answer an appeal against that decision. */
export function mayAnswer(decision: Pick<DecisionRow, 'staffId'>, staffId: string): boolean {
  return decision.staffId !== staffId || countModerators() < 2
}

function requireWords({ answer, outcome, groundKey }: AppealAnswer, appeal: AppealRow): void {
  const needsGround = outcome === 'granted' && appeal.by === 'reporter'
  const fields = [
    ...(answer.trim().length >= 10 && answer.length <= 2000 ? [] : [{ field: 'answer', code: 'length' }]),
    ...(!needsGround || isGround(groundKey) ? [] : [{ field: 'ground', code: 'required' }]),
  ]
  if (fields.length > 0) throw new DomainError('invalid_input', { fields })
}

type Granted = Readonly<{
  decision: DecisionRow
  ad: NonNullable<ReturnType<typeof findAdRecord>>
  input: AppealAnswer
}>

function grantSteps(appeal: AppealRow, granted: Granted): readonly Step[] {
  return appeal.by === 'advertiser' ? restoreAd(granted) : suspendAd(appeal, granted)
}

/** Nothing moves where the advertiser has changed the ad since: it was put before staff again by that. */
function restoreAd({ decision, ad, input }: Granted): readonly Step[] {
  if (!isAboutAd(decision.kind) || problemOf(decision, ad.status)) return []
  const { staffId, now } = input
  return [
    ...moveAd(ad, { to: decision.statusBefore, now }),
    insertDecision({
      ...{ id: newPublicId(), adId: ad.id, caseId: decision.caseId, kind: 'restore', statusBefore: ad.status },
      ...{ groundKey: null, explanation: input.answer, isAutomated: false, staffId, undoes: decision.id, at: now },
    }),
  ]
}

function suspendAd(appeal: AppealRow, { ad, input }: Granted): readonly Step[] {
  const { staffId, now, groundKey = null, answer } = input
  const after = statusAfter('suspend', ad.status)
  const id = newPublicId()
  const title = ad.texts.find(({ locale }) => locale === ad.sourceLocale)?.title ?? ad.ref
  const told = {
    id,
    kind: 'suspend',
    groundKey,
    explanation: answer,
    isAutomated: false,
    caseReason: 'notice',
    at: now,
  } as const
  return [
    insertDecision({
      ...{ id, adId: ad.id, caseId: null, kind: 'suspend', statusBefore: ad.status, groundKey, explanation: answer },
      ...{ isAutomated: false, staffId, undoes: null, at: now },
    }),
    ...(after === undefined
      ? []
      : [...moveAd(ad, { to: after, now }), ...tellAdvertiser({ id: ad.id, ref: ad.ref, title }, told)]),
    ...(appeal.noticeId === null ? [] : [upholdNotice(appeal.noticeId, { decisionId: id, answer, now })]),
  ]
}

function appellantOf(appeal: AppealRow, decision: DecisionRow, adRef: string): Appellant | undefined {
  if (appeal.by === 'advertiser') {
    const member = findAdvertiserMember(decision.adId)
    return member && { ...member, adRef, page: ['decision', decision.id] }
  }
  const notice = appeal.noticeId === null ? undefined : findNoticeById(appeal.noticeId)
  return notice && { email: notice.reporterEmail, locale: notice.locale, adRef, page: ['report', notice.ref] }
}
