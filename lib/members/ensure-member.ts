import { commit } from '../../db/commit.ts'
import { createMember, type NewMember } from './create-member.ts'
import type { Member } from './member.ts'
import { findMemberByEmail } from './members-queries.ts'
import { changeProfile } from './members-store.ts'
import { setPassword } from './set-password.ts'

/**
 * Makes sure the account exists with this password, role and name, whether it did before or not. For an installation
 * that prints a fresh sign-in at each start.
 *
 * @throws DomainError `invalid_input` as `createMember` does.
 */
export async function ensureMember(input: NewMember): Promise<Member> {
  const known = findMemberByEmail(input.email)
  if (!known) return createMember(input)
  const { displayName, staffRole, locale, password, now } = input
  await setPassword(known, { password, now })
  await commit([changeProfile(known.id, { displayName, staffRole, locale })])
  return { ...known, displayName, staffRole, locale }
}
