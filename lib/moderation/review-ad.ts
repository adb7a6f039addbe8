import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { findOpenCaseOf } from './moderation-queries.ts'
import { openCase } from './moderation-store.ts'
import { findReportedAd } from './notices-queries.ts'

type By = Readonly<{ staffId: string; now: Millis }>

/**
 * Puts an ad before staff because one of them wants it looked at; an ad that waits already stays as it is.
 *
 * @throws DomainError `not_found`.
 */
export async function reviewAd(ref: string, by: By): Promise<Readonly<{ caseId: string }>> {
  const ad = findReportedAd(ref.toUpperCase())
  if (!ad) throw new DomainError('not_found')
  if (findOpenCaseOf(ad.id) === undefined) await openCases([ad.ref], by)
  const caseId = findOpenCaseOf(ad.id)
  if (caseId === undefined) throw new DomainError('conflict')
  return { caseId }
}

/** The same for several at once; they carry the same moment, by which they are taken back together. */
export async function openCases(refs: readonly string[], { staffId, now }: By): Promise<Readonly<{ count: number }>> {
  const ads = refs.flatMap((ref) => findReportedAd(ref) ?? []).filter(({ id }) => findOpenCaseOf(id) === undefined)
  await commit(
    ads.flatMap(({ id, ref }) => [
      openCase({ adId: id, reason: 'screening', finds: [], now }),
      recordAudit({ actor: `member:${staffId}`, action: 'case_opened', subject: `ad:${ref}` }, now),
    ]),
  )
  return { count: ads.length }
}
