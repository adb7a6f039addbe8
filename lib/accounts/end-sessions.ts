import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { revokeOtherSessions, revokeSessionOfMember } from '../auth/session-store.ts'
import { isConflict } from '../errors/conflict.ts'
import type { MemberSession } from '../members/find-member.ts'
import { unlinkRecoveredDevices } from '../payers/payers-store.ts'
import type { Millis } from '../time/time.ts'

/**
 * Ends one other session of a member, or with `all` every one but the one that asks, and then also what was opened on
 * other browsers by the codes of her receipts. What is ended already stays ended.
 */
export async function endSessions(
  found: MemberSession,
  asked: Readonly<{ session: string; now: Millis }>,
): Promise<void> {
  const { member, session } = found
  const audit = { actor: `member:${member.id}`, action: 'sessions_ended', subject: `member:${member.id}` }
  const own = { idHash: session.idHash, memberId: member.id }
  try {
    await commit([
      ...(asked.session === 'all'
        ? [revokeOtherSessions(own, asked.now), unlinkRecoveredDevices(member.id)]
        : [revokeSessionOfMember({ idHash: asked.session, memberId: member.id }, asked.now)]),
      recordAudit(audit, asked.now),
    ])
  } catch (error) {
    if (!isConflict(error, 'not_found')) throw error
  }
}
