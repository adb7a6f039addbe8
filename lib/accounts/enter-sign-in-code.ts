import { redeemCode } from '../auth/redeem-token.ts'
import { findMemberById } from '../members/members-queries.ts'
import { markEmailVerified } from '../members/members-store.ts'
import type { SignedIn } from '../members/sign-in-member.ts'
import { type AccountRequest, codeRefused, countCodeTry } from './accounts.ts'
import { beginSession } from './begin-session.ts'

/**
 * Signs in with a mailed code, in the browser that asked for it. It also proves the address.
 *
 * @throws DomainError `code_refused`, whatever is wrong with it; `rate_limited`.
 */
export async function enterSignInCode(
  typed: Readonly<{ flow: string; code: string }>,
  request: AccountRequest,
): Promise<SignedIn> {
  const { now, address } = request
  await countCodeTry(address)
  const found = await redeemCode({ purpose: 'sign_in_code', subject: typed.flow, code: typed.code, now })
  const member = found.kind === 'good' ? findMemberById(found.data['memberId'] ?? '') : undefined
  if (found.kind !== 'good' || !member) throw codeRefused()
  return beginSession({ member, steps: [...found.steps, markEmailVerified(member.id, now)] }, request)
}
