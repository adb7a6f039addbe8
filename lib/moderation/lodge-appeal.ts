import { z } from 'zod'
import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { keyedHash } from '../config/keys.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { type Locale, locales } from '../i18n/locales.ts'
import { newId } from '../ids/ids.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import type { Millis } from '../time/time.ts'
import { type Appellant, confirmAppeal } from './appeal-letters.ts'
import { appealAnswerMs, appealMs, isRestriction } from './moderation.ts'
import { findAdvertiserMember, findDecision } from './moderation-queries.ts'
import { findNotice, findReportedAdById } from './notices-queries.ts'
import { insertAppeal } from './notices-store.ts'

export const appealInput = z
  .object({
    of: z.enum(['decision', 'report']),
    key: z.string().min(20).max(60).meta({
      description: 'From the address of the decision’s page, or of the notice’s: whoever knows it may appeal.',
    }),
    locale: z.enum(locales),
    text: z.string().trim().min(20).max(2000),
    from: z.string().max(500).optional(),
  })
  .meta({ id: 'LodgeAppeal' })
export type AppealInput = z.output<typeof appealInput>

/**
 * Somebody contests a decision about their ad, or the answer to their notice: once each, within six months.
 *
 * @throws DomainError `not_found`; `conflict` where there is nothing to contest, it was contested before, or it is late.
 */
export async function lodgeAppeal(
  input: AppealInput,
  { address, now }: Readonly<{ address: string; now: Millis }>,
): Promise<Readonly<{ appealId: string }>> {
  await consumeLimit('notice', keyedHash('addresses', address))
  const subject = input.of === 'decision' ? ofDecision(input.key, input.locale, now) : ofNotice(input.key, now)
  const id = newId()
  const dueAt = now + appealAnswerMs
  const { decisionId, noticeId, by, appellant } = subject
  try {
    await commit([
      insertAppeal({
        ...{ id, decisionId, noticeId, by, text: input.text, state: 'open', answer: null, decidedBy: null },
        ...{ createdAt: now, dueAt, decidedAt: null },
      }),
      ...confirmAppeal(appellant, { id, dueAt, now }),
      recordAudit(
        { actor: by, action: 'appeal_lodged', subject: `ad:${appellant.adRef}`, detail: { appeal: id } },
        now,
      ),
    ])
  } catch (error) {
    if (isConflict(error, 'already_recorded')) throw new DomainError('conflict')
    throw error
  }
  return { appealId: id }
}

type Subject = Readonly<{
  decisionId: string | null
  noticeId: string | null
  by: 'advertiser' | 'reporter'
  appellant: Appellant
}>

function ofDecision(id: string, locale: Locale, now: Millis): Subject {
  const decision = findDecision(id)
  const ad = decision && findReportedAdById(decision.adId)
  if (!decision || !ad) throw new DomainError('not_found')
  if (!isRestriction(decision.kind) || decision.isUndone || decision.at + appealMs < now)
    throw new DomainError('conflict')
  const member = findAdvertiserMember(decision.adId)
  const appellant: Appellant = {
    email: member?.email ?? null,
    locale: member?.locale ?? locale,
    adRef: ad.ref,
    page: ['decision', id],
  }
  return { decisionId: id, noticeId: null, by: 'advertiser', appellant }
}

function ofNotice(ref: string, now: Millis): Subject {
  const notice = findNotice(ref)
  if (!notice) throw new DomainError('not_found')
  if (notice.state !== 'rejected' || (notice.answeredAt ?? 0) + appealMs < now) throw new DomainError('conflict')
  const { reporterEmail: email, locale, adRef } = notice
  return {
    ...{ decisionId: notice.decisionId, noticeId: notice.id, by: 'reporter' },
    appellant: { email, locale, adRef, page: ['report', ref] },
  }
}
