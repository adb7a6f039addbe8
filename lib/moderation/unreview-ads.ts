import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import type { Millis } from '../time/time.ts'
import { listCasesOpenedAt } from './moderation-queries.ts'
import { closeCaseOf } from './moderation-store.ts'

/** Takes back what this person put before staff in one go; what was decided or joined by a notice since stays. */
export async function unreviewAds({
  at,
  staffId,
  now,
}: Readonly<{ at: Millis; staffId: string; now: Millis }>): Promise<Readonly<{ count: number }>> {
  const cases = listCasesOpenedAt(at, staffId)
  await commit(
    cases.flatMap(({ adId, ref }) => [
      closeCaseOf(adId, now),
      recordAudit({ actor: `member:${staffId}`, action: 'case_taken_back', subject: `ad:${ref}` }, now),
    ]),
  )
  return { count: cases.length }
}
