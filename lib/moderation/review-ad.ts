import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { findOpenCaseOf } from './moderation-queries.ts'
import { openCase } from './moderation-store.ts'
import { findReportedAd } from './notices-queries.ts'

/**
 * Puts an ad before staff because one of them wants it looked at; an ad that waits already stays as it is.
 *
 * @throws DomainError `not_found`.
 */
export async function reviewAd(
  ref: string,
  { staffId, now }: Readonly<{ staffId: string; now: Millis }>,
): Promise<Readonly<{ caseId: string }>> {
  const ad = findReportedAd(ref.toUpperCase())
  if (!ad) throw new DomainError('not_found')
  const known = findOpenCaseOf(ad.id)
  if (known) return { caseId: known }
  await commit([
    openCase({ adId: ad.id, reason: 'screening', finds: [], now }),
    recordAudit({ actor: `member:${staffId}`, action: 'case_opened', subject: `ad:${ad.ref}` }, now),
  ])
  const caseId = findOpenCaseOf(ad.id)
  if (caseId === undefined) throw new DomainError('conflict')
  return { caseId }
}
