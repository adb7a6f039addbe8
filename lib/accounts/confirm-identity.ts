import { commit, type Step } from '../../db/commit.ts'
import { isPassword } from '../auth/password.ts'
import { redeemCode } from '../auth/redeem-token.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findMemberSession } from '../members/find-member.ts'
import type { Member } from '../members/member.ts'
import { findAccountFacts, findCredentials } from '../members/members-queries.ts'
import { renewSession } from '../members/open-session.ts'
import { sessionCookies } from '../members/session-cookies.ts'
import { consumeLimit, forgiveLimit } from '../rate-limit/rate-limit.ts'
import type { Millis } from '../time/time.ts'
import { type AccountRequest, codeRefused } from './accounts.ts'
import { type FactorProof, factorSteps } from './factor-steps.ts'

/** One of: the password, a passkey, a code of the app, or the code that was mailed for this. */
export type IdentityProof = FactorProof & Readonly<{ password?: string | undefined; mailed?: string | undefined }>

/**
 * Proves again who is sitting there, for what moves money or changes who may sign in; good for ten minutes. The session
 * gets a new secret.
 *
 * @throws DomainError `not_signed_in`; `code_refused` or `invalid_input` on `password` when it is wrong; `rate_limited`
 *   after ten tries in a quarter of an hour.
 */
export async function confirmIdentity(
  proof: IdentityProof,
  request: AccountRequest,
): Promise<Readonly<{ member: Member; cookies: readonly string[] }>> {
  const { now } = request
  const found = await findMemberSession(request.cookies, now)
  if (found?.state !== 'complete') throw new DomainError('not_signed_in')
  const { member } = found
  await consumeLimit('proof', member.id)
  const used = await proofSteps({ member, now }, proof)
  const { sid, steps } = renewSession(found, { now })
  try {
    await commit([...used, ...steps])
  } catch (error) {
    if (isConflict(error)) throw codeRefused()
    throw error
  }
  await forgiveLimit('proof', member.id)
  return { member, cookies: await sessionCookies(sid) }
}

async function proofSteps(
  { member, now }: Readonly<{ member: Member; now: Millis }>,
  proof: IdentityProof,
): Promise<readonly Step[]> {
  if (proof.password !== undefined && proof.password !== '') {
    const stored = findCredentials(member.email)?.passwordHash
    if (await isPassword(stored, proof.password)) return []
    throw new DomainError('invalid_input', { fields: [{ field: 'password', code: 'wrong' }] })
  }
  if (proof.mailed !== undefined && proof.mailed !== '') {
    const subject = `confirm:${member.id}`
    const found = await redeemCode({ purpose: 'sign_in_code', subject, code: proof.mailed, now })
    if (found.kind === 'good' && !findAccountFacts(member.id).hasPassword) return found.steps
    throw new DomainError('code_refused', { fields: [{ field: 'mailed', code: 'refused' }] })
  }
  const steps = await factorSteps(member, { ...proof, purpose: 'confirm', now })
  if (!steps) throw codeRefused()
  return steps
}
