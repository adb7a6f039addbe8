import { isDomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { decideCase } from './decide-case.ts'
import type { CaseReason } from './moderation.ts'
import { findCase, listCases } from './moderation-queries.ts'

export type Approval = Readonly<{
  /** The cases ticked, or all that wait for a reason (`undefined`: for any). */
  cases: readonly string[] | Readonly<{ reason: CaseReason | undefined }>
  /** Whether something about an ad waits that has to be read first. */
  hasUnread: (adId: number) => boolean
  staffId: string
  now: Millis
}>

const most = 500

/**
 * Approves several ads in one go; passed over are those that somebody else holds or has decided meanwhile, and those
 * about which something is unread.
 *
 * They all carry the same moment, by which they are undone together.
 */
export async function approveCases({
  cases,
  hasUnread,
  staffId,
  now,
}: Approval): Promise<Readonly<{ approved: number; passed: number; pageTags: readonly string[] }>> {
  const ids = 'reason' in cases ? listCases({ ...cases, limit: most }).lines.map(({ id }) => id) : cases.slice(0, most)
  const tags = new Set<string>()
  let approved = 0
  for (const caseId of ids) {
    const adId = findCase(caseId)?.adId
    if (adId !== undefined && hasUnread(adId)) continue
    try {
      const done = await decideCase({ caseId, kind: 'approve', explanation: '', staffId, now })
      approved += 1
      for (const tag of done.pageTags) tags.add(tag)
    } catch (error) {
      if (!isDomainError(error)) throw error
    }
  }
  return { approved, passed: ids.length - approved, pageTags: [...tags] }
}
