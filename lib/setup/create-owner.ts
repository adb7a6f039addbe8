import { z } from 'zod'
import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { hashPassword } from '../auth/password.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { newMemberProblems } from '../members/create-member.ts'
import { emailInput, type Member } from '../members/member.ts'
import { hasOwner } from '../members/members-queries.ts'
import { insertMember, newAccountRow, requireNoOwner } from '../members/members-store.ts'
import type { Millis } from '../time/time.ts'

export const ownerInput = z.object({
  email: z.string().trim().max(254),
  displayName: z.string().trim().max(80),
  password: z.string().max(200),
  locale: z.enum(['fr', 'en']).default('fr'),
})
/** The same with the token that only whoever runs the server has read. */
export const firstOwnerInput = ownerInput
  .extend({ token: z.string().max(100).meta({ description: 'As the server’s terminal shows it.' }) })
  .meta({ id: 'CreateOwner' })

/**
 * Creates the first account of a site, its owner's.
 *
 * @throws DomainError `not_found` once somebody owns it, however close the two were; `invalid_input` naming the fields.
 */
export async function createOwner(
  input: z.output<typeof ownerInput>,
  { actor, now }: Readonly<{ actor: string; now: Millis }>,
): Promise<Member> {
  if (hasOwner()) throw new DomainError('not_found')
  const wanted = { ...input, staffRole: 'owner' as const, now }
  const problems = newMemberProblems(wanted)
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  const { email, displayName, locale } = input
  const member: Member = { id: newId(), email, displayName, staffRole: 'owner', locale, createdAt: now }
  const passwordHash = await hashPassword(input.password)
  try {
    await commit([
      requireNoOwner(),
      insertMember({ ...newAccountRow, ...member, emailFolded: emailInput.parse(email), passwordHash }),
      recordAudit(
        { actor, action: 'member_created', subject: `member:${member.id}`, detail: { staffRole: 'owner' } },
        now,
      ),
    ])
  } catch (error) {
    if (isConflict(error, 'already_claimed')) throw new DomainError('not_found')
    if (!isConflict(error, 'already_exists')) throw error
    throw new DomainError('invalid_input', { fields: [{ field: 'email', code: 'taken' }] })
  }
  return member
}
