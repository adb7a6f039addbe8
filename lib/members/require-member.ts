import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { findMember } from './find-member.ts'
import { canStaff, isStaff, type Member, type StaffAbility, type StaffMember } from './member.ts'

/** @throws DomainError `not_signed_in`. */
export async function requireMember(cookies: string | null, now: Millis): Promise<Member> {
  const member = await findMember(cookies, now)
  if (!member) throw new DomainError('not_signed_in')
  return member
}

/** @throws DomainError `not_signed_in`, or `forbidden` for members whose role does not include the ability. */
export async function requireStaffMember(
  cookies: string | null,
  need: Readonly<{ now: Millis; ability: StaffAbility }>,
): Promise<StaffMember> {
  const member = await requireMember(cookies, need.now)
  if (!isStaff(member) || !canStaff(member.staffRole, need.ability)) throw new DomainError('forbidden')
  return member
}
