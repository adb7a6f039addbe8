import { readPasskeyAnswer } from '../auth/passkey-ceremony.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findMemberById } from '../members/members-queries.ts'
import type { SignedIn } from '../members/sign-in-member.ts'
import type { AccountRequest } from './accounts.ts'
import { countCodeTry } from './accounts.ts'
import { beginSession } from './begin-session.ts'

/**
 * Signs in by a passkey alone: it asked for a finger, a face or a PIN, so it is two factors at once.
 *
 * @throws DomainError `passkey_refused`, whatever is wrong; `rate_limited`.
 */
export async function signInWithPasskey(
  { passkey: response }: Readonly<{ passkey: unknown }>,
  request: AccountRequest,
): Promise<SignedIn> {
  const { now, address } = request
  await countCodeTry(address)
  const answer = await readPasskeyAnswer({ response, purpose: 'sign_in', needsUser: true, now })
  const member = answer && findMemberById(answer.passkey.memberId)
  if (!answer || !member) throw new DomainError('passkey_refused')
  try {
    return await beginSession({ member, steps: answer.steps, isTwoFactors: true }, request)
  } catch (error) {
    if (isConflict(error)) throw new DomainError('passkey_refused')
    throw error
  }
}
