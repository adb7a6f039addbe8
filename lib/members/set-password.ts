import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { hashPassword, passwordProblem } from '../auth/password.ts'
import { revokeSessionsOf } from '../auth/session-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { changePasswordHash } from './members-store.ts'

/**
 * Gives a member a new password and ends every session that the old one opened.
 *
 * @throws DomainError `invalid_input` when the password is too short, too long or too simple.
 */
export async function setPassword(
  member: Readonly<{ id: string; email: string }>,
  change: Readonly<{ password: string; now: Millis; actor?: string }>,
): Promise<void> {
  const { password, now, actor = 'system' } = change
  const weak = passwordProblem(password, member.email)
  if (weak) throw new DomainError('invalid_input', { fields: [{ field: 'password', code: weak }] })
  const passwordHash = await hashPassword(password)
  await commit([
    changePasswordHash(member.id, passwordHash),
    revokeSessionsOf(member.id, now),
    recordAudit({ actor, action: 'member_password_set', subject: `member:${member.id}` }, now),
  ])
}
