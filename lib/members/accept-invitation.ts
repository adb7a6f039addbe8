import { z } from 'zod'
import { commit } from '../../db/commit.ts'
import { auditChange } from '../audit/audit-store.ts'
import { hashPassword } from '../auth/password.ts'
import { DomainError } from '../errors/domain-error.ts'
import { type Locale, locales } from '../i18n/locales.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { newMemberProblems } from './create-member.ts'
import type { StaffRole } from './member.ts'
import { findMemberByEmail } from './members-queries.ts'
import { insertMember, newAccountRow } from './members-store.ts'
import { readInvitation } from './read-invitation.ts'
import { joinTeam } from './team-store.ts'

export const acceptInvitationInput = z
  .object({
    token: z.string().min(20).max(100),
    locale: z.enum(locales),
    displayName: z.string().max(80).default(''),
    password: z.string().max(200).default(''),
    from: z.string().max(500).optional(),
  })
  .meta({ id: 'AcceptInvitation' })

/**
 * Takes up an invitation: with the account of that address where there is one, else with a new one. The link works once.
 *
 * @throws DomainError `code_refused` for a link that leads nowhere by now; `invalid_input` for a name or a
 *   password that will not do.
 */
export async function acceptInvitation(
  input: Readonly<{ token: string; locale: Locale; displayName: string; password: string }>,
  now: Millis,
): Promise<Readonly<{ email: string }>> {
  const invitation = readInvitation(input.token, now)
  if (!invitation) throw new DomainError('code_refused')
  const { email, role, invitedBy, steps } = invitation
  const known = findMemberByEmail(email)
  const id = known?.id ?? newId()
  const joining = known ? [joinTeam(id, role)] : [await newAccount(input, { id, email, role, now })]
  await commit([
    ...steps,
    ...joining,
    auditChange(
      {
        ...{ actor: `member:${id}`, action: 'invitation_accepted', subject: `member:${id}` },
        ...{ before: { role: known?.staffRole ?? null }, after: { role, invitedBy } },
      },
      now,
    ),
  ])
  return { email }
}

async function newAccount(
  input: Readonly<{ locale: Locale; displayName: string; password: string }>,
  account: Readonly<{ id: string; email: string; role: StaffRole; now: Millis }>,
) {
  const { id, email, role, now } = account
  const problems = newMemberProblems({ ...input, email })
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  return insertMember({
    ...newAccountRow,
    ...{ id, email, emailFolded: email, displayName: input.displayName.trim(), staffRole: role, locale: input.locale },
    ...{ passwordHash: await hashPassword(input.password), emailVerifiedAt: now, createdAt: now },
  })
}
