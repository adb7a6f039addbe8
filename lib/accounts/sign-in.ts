import { type SignedIn, signInMember } from '../members/sign-in-member.ts'
import type { AccountRequest } from './accounts.ts'
import { welcome } from './begin-session.ts'

/**
 * Signs in by password; what was bought as a guest in this browser joins the account.
 *
 * @throws DomainError as `signInMember` does.
 */
export async function signIn(
  typed: Readonly<{ email: string; password: string }>,
  request: AccountRequest,
): Promise<SignedIn> {
  const { address, cookies, device, now } = request
  const signedIn = await signInMember({ ...typed, address, cookies, device, now })
  if (signedIn.state === 'complete') await welcome(signedIn.member, request)
  return signedIn
}
