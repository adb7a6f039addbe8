import { commit, type Step } from '../../db/commit.ts'
import type { Member } from '../members/member.ts'
import { openSession } from '../members/open-session.ts'
import { sessionCookies } from '../members/session-cookies.ts'
import { firstStateOf, type SignedIn } from '../members/sign-in-member.ts'
import type { AccountRequest } from './accounts.ts'
import { joinGuest } from './join-guest.ts'

/**
 * Opens a session for somebody who proved who she is; what she bought as a guest in this browser joins her account once
 * nothing is missing.
 *
 * @param proof.steps Use up the proof, in the commit that opens the session.
 */
export async function beginSession(
  proof: Readonly<{ member: Member; steps: readonly Step[]; isTwoFactors?: boolean }>,
  request: AccountRequest,
): Promise<SignedIn> {
  const { now, device, cookies } = request
  const { member, steps: proofSteps, isTwoFactors = false } = proof
  const { sid, steps } = await openSession({ member, cookies, device, isTwoFactors, now })
  await commit([...proofSteps, ...steps])
  const state = isTwoFactors ? 'complete' : firstStateOf(member)
  if (state === 'complete') await welcome(member, request)
  return { member, state, cookies: await sessionCookies(sid) }
}

/** What happens each time somebody is signed in for good. */
export async function welcome(member: Member, request: AccountRequest): Promise<void> {
  await joinGuest({ memberId: member.id, deviceHash: request.deviceHash, now: request.now })
}
