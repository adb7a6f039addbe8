import { commit } from '../../db/commit.ts'
import { hashPassword, passwordProblem } from '../auth/password.ts'
import { revokeSessionsOf } from '../auth/session-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { MemberSession } from '../members/find-member.ts'
import { renewSession } from '../members/open-session.ts'
import { sessionCookies } from '../members/session-cookies.ts'
import type { Millis } from '../time/time.ts'
import { newPasswordSteps } from './reset-password.ts'

/**
 * Gives the signed-in member a new password, or her first. Every other session ends; hers gets a new secret.
 *
 * @param found A session with a recent proof: the caller checks that.
 * @returns The `Set-Cookie` values that keep her signed in.
 * @throws DomainError `invalid_input` on `password`.
 */
export async function changePassword(
  found: MemberSession,
  typed: Readonly<{ password: string; now: Millis }>,
): Promise<readonly string[]> {
  const { member } = found
  const { password, now } = typed
  const weak = passwordProblem(password, member.email)
  if (weak) throw new DomainError('invalid_input', { fields: [{ field: 'password', code: weak }] })
  const passwordHash = await hashPassword(password)
  const { sid, steps } = renewSession(found, { now, isProof: false })
  const [endOwn, begin] = [steps.slice(0, 1), steps.slice(1)]
  await commit([
    ...newPasswordSteps(member, { passwordHash, now }),
    ...endOwn,
    revokeSessionsOf(member.id, now),
    ...begin,
  ])
  return sessionCookies(sid)
}
