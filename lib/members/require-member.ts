import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { findMember, findMemberSession } from './find-member.ts'
import { canStaff, isStaff, type Member, type StaffAbility, type StaffMember } from './member.ts'
import { isRecent } from './session-state.ts'

/** @throws DomainError `not_signed_in`. */
export async function requireMember(cookies: string | null, now: Millis): Promise<Member> {
  const member = await findMember(cookies, now)
  if (!member) throw new DomainError('not_signed_in')
  return member
}

/**
 * @param need.recent Also asks that the member proved who they are within ten minutes.
 * @throws DomainError `not_signed_in`; `forbidden` for members whose role does not include the ability;
 *   `reauthenticate` when the proof is too old.
 */
export async function requireStaffMember(
  cookies: string | null,
  need: Readonly<{ now: Millis; ability: StaffAbility; recent?: boolean }>,
): Promise<StaffMember> {
  const found = await findMemberSession(cookies, need.now)
  if (found?.state !== 'complete') throw new DomainError('not_signed_in')
  const { member, session } = found
  if (!isStaff(member) || !canStaff(member.staffRole, need.ability)) throw new DomainError('forbidden')
  if (need.recent && !isRecent(session, need.now)) throw new DomainError('reauthenticate')
  return member
}

/**
 * For actions that move money or change who may sign in.
 *
 * @throws DomainError `not_signed_in`; `reauthenticate` when the member last gave a password, passkey or code more than
 *   ten minutes ago: a form is then led to the page that asks for one, and back with what was typed.
 */
export async function requireRecentAuth(cookies: string | null, now: Millis): Promise<Member> {
  const found = await findMemberSession(cookies, now)
  if (found?.state !== 'complete') throw new DomainError('not_signed_in')
  if (!isRecent(found.session, now)) throw new DomainError('reauthenticate')
  return found.member
}
