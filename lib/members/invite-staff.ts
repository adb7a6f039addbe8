import { z } from 'zod'
import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { issueToken } from '../auth/issue-token.ts'
import { config } from '../config/env.ts'
import { keyedHash } from '../config/keys.ts'
import { DomainError } from '../errors/domain-error.ts'
import { type Locale, locales } from '../i18n/locales.ts'
import { pathTo } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { queueMail } from '../mail/mail-store.ts'
import { mailText } from '../mail/mail-text.ts'
import { day, type Millis } from '../time/time.ts'
import { emailInput, foldEmail, maskEmail, type StaffRole, staffRoles } from './member.ts'
import { findMemberByEmail } from './members-queries.ts'

export const inviteStaffInput = z.object({
  email: emailInput,
  role: z.enum(staffRoles),
  locale: z.enum(locales),
  from: z.string().max(500).optional(),
})

const invitationDays = 7

/**
 * Invites somebody to the team by mail; the link is good for a week and once. Whoever has an account keeps it.
 *
 * @throws DomainError `conflict` for somebody who is in the team.
 */
export async function inviteStaff(
  invitation: Readonly<{ email: string; role: StaffRole; locale: Locale }>,
  { actor, now }: Readonly<{ actor: Readonly<{ id: string; displayName: string }>; now: Millis }>,
): Promise<void> {
  const { email, role, locale } = invitation
  if (findMemberByEmail(email)?.staffRole) throw new DomainError('conflict')
  const subject = foldEmail(email)
  const { token, steps } = issueToken({
    ...{ purpose: 'invite_staff', subject, data: { role, invitedBy: actor.id }, lifetimeMs: invitationDays * day, now },
  })
  const letter = mailText('staffInvited', locale, {
    name: actor.displayName,
    role: translate(locale, 'admin')(`role.${role}`),
    days: invitationDays,
    url: config().origin + pathTo(locale, 'invitation', token),
  })
  const key = keyedHash('tokens', token).slice(0, 20)
  await commit([
    ...steps,
    queueMail({ dedupeKey: `invitation:${key}`, to: email, locale, letter }, now),
    recordAudit(
      {
        actor: `member:${actor.id}`,
        action: 'staff_invited',
        subject: 'team',
        detail: { email: maskEmail(subject), role },
      },
      now,
    ),
  ])
}
