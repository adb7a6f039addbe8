import { z } from 'zod'
import { commit } from '../../db/commit.ts'
import { isPublic } from '../ads/ads.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { keyedHash } from '../config/keys.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { locales } from '../i18n/locales.ts'
import { newId } from '../ids/ids.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import type { Millis } from '../time/time.ts'
import { noticeAnswerMs, noticeReasons } from './moderation.ts'
import { openCase } from './moderation-store.ts'
import { confirmNotice } from './notice-letters.ts'
import { findReportedAd } from './notices-queries.ts'
import { insertNotice } from './notices-store.ts'

const emptyAsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)

/** The form of a notice, with the elements the law names (Regulation (EU) 2022/2065, article 16, 2). */
export const reportAdInput = z
  .object({
    ref: z.string().max(12),
    locale: z.enum(locales),
    reason: z.enum(noticeReasons),
    explanation: z.string().trim().min(20).max(2000),
    name: z.preprocess(emptyAsNull, z.string().trim().max(120).nullable().default(null)),
    email: z.preprocess(emptyAsNull, z.string().trim().pipe(z.email().max(254)).nullable().default(null)),
    isInGoodFaith: z.union([z.literal('1'), z.literal('on'), z.literal(true)]),
    once: z
      .string()
      .min(10)
      .max(60)
      .meta({ description: 'Drawn with the form, so that a form sent twice is one notice.' }),
    from: z.string().max(500).optional(),
  })
  .meta({ id: 'ReportAd' })
export type ReportAdInput = z.output<typeof reportAdInput>

/**
 * Records what anybody says is wrong with an ad, puts the ad before staff and confirms it by mail where there is an
 * address. The same form sent twice is one notice.
 *
 * @returns The reference only its author is given.
 * @throws DomainError `not_found` for an ad that is not public; `rate_limited`.
 */
export async function reportAd(
  input: ReportAdInput,
  { address, now }: Readonly<{ address: string; now: Millis }>,
): Promise<Readonly<{ ref: string }>> {
  const ad = findReportedAd(input.ref.toUpperCase())
  if (!ad || !isPublic(ad.status)) throw new DomainError('not_found')
  await consumeLimit('notice', keyedHash('addresses', address))
  await consumeLimit('notice_global', 'all')
  const { reason: reasonKey, explanation, name: reporterName, email: reporterEmail, locale } = input
  const ref = keyedHash('tokens', `notice:${ad.ref}:${input.once}`).slice(0, 28)
  const notice = { id: newId(), ref, adId: ad.id, reasonKey, explanation, reporterName, reporterEmail, locale }
  const dueAt = now + noticeAnswerMs
  try {
    await commit([
      insertNotice({
        ...notice,
        ...{ isInGoodFaith: true, state: 'received', decisionId: null, answer: null, createdAt: now, dueAt },
        answeredAt: null,
      }),
      openCase({ adId: ad.id, reason: 'notice', finds: [], now }),
      ...confirmNotice({ ...notice, adRef: ad.ref, dueAt }, now),
      recordAudit(
        { actor: 'visitor', action: 'ad_reported', subject: `ad:${ad.ref}`, detail: { reason: reasonKey } },
        now,
      ),
    ])
  } catch (error) {
    if (!isConflict(error, 'already_recorded')) throw error
  }
  return { ref }
}
