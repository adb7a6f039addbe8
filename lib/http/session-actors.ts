import { DomainError } from '../errors/domain-error.ts'
import { findMemberSession, type MemberSession } from '../members/find-member.ts'
import type { Member } from '../members/member.ts'
import { requireMember } from '../members/require-member.ts'
import { isRecent } from '../members/session-state.ts'
import { currentTime } from '../time/time.ts'

/** The actor of commands anybody signed in may call. @throws DomainError `not_signed_in`. */
export function memberOfRequest(request: Request): Promise<Member> {
  return requireMember(request.headers.get('cookie'), currentTime())
}

/** The same with the session itself. */
export async function sessionOfRequest(request: Request): Promise<MemberSession> {
  const found = await findMemberSession(request.headers.get('cookie'), currentTime())
  if (found?.state !== 'complete') throw new DomainError('not_signed_in')
  return found
}

/** For what changes who may sign in. @throws DomainError `reauthenticate` when the last proof is older than ten minutes. */
export async function recentSessionOfRequest(request: Request): Promise<MemberSession> {
  const found = await sessionOfRequest(request)
  if (!isRecent(found.session, currentTime())) throw new DomainError('reauthenticate')
  return found
}

/** For setting up a second factor: staff in their first session, everybody else with a recent proof. */
export async function setUpSessionOfRequest(request: Request): Promise<MemberSession> {
  const found = await findMemberSession(request.headers.get('cookie'), currentTime())
  if (found?.state === 'needs_set_up') return found
  return recentSessionOfRequest(request)
}
