import { commit } from '../../db/commit.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findMemberSession } from '../members/find-member.ts'
import type { Member } from '../members/member.ts'
import { renewSession } from '../members/open-session.ts'
import { sessionCookies } from '../members/session-cookies.ts'
import { consumeLimit, forgiveLimit } from '../rate-limit/rate-limit.ts'
import { type AccountRequest, codeRefused } from './accounts.ts'
import { welcome } from './begin-session.ts'
import { type FactorProof, factorSteps } from './factor-steps.ts'

/**
 * Completes a session that a password or a mailed code began. It gets a new secret by it.
 *
 * @throws DomainError `not_signed_in` without such a session; `code_refused`; `rate_limited` after six wrong ones.
 */
export async function giveSecondFactor(
  proof: FactorProof,
  request: AccountRequest,
): Promise<Readonly<{ member: Member; cookies: readonly string[] }>> {
  const { now } = request
  const found = await findMemberSession(request.cookies, now)
  if (found?.state !== 'needs_second_factor') throw new DomainError('not_signed_in')
  const { member } = found
  await consumeLimit('second_factor', member.id)
  const used = await factorSteps(member, { ...proof, purpose: 'second', now })
  if (!used) throw codeRefused()
  const { sid, steps } = renewSession(found, { now, isSecondFactor: true })
  try {
    await commit([...used, ...steps])
  } catch (error) {
    if (isConflict(error)) throw codeRefused()
    throw error
  }
  await forgiveLimit('second_factor', member.id)
  await welcome(member, request)
  return { member, cookies: await sessionCookies(sid) }
}
