import type { Step } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import type { Locale } from '../i18n/locales.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { foldEmail, type Member } from './member.ts'
import { insertMember, newAccountRow } from './members-store.ts'

/**
 * An account for somebody who confirmed an address while doing something else, such as posting an ad. It has no
 * password: she signs in with codes sent to the address, and may choose a password later.
 *
 * @returns The member, and the steps for the commit that gives the reason; they conflict with `already_exists` when the
 *   address has an account.
 */
export function memberWithoutPassword(
  wanted: Readonly<{ email: string; displayName: string; locale: Locale; emailVerifiedAt: Millis; now: Millis }>,
): Readonly<{ member: Member; steps: readonly Step[] }> {
  const { displayName, locale, emailVerifiedAt, now } = wanted
  const email = wanted.email.trim()
  const member: Member = { id: newId(), email, displayName, locale, staffRole: null, createdAt: now }
  const subject = `member:${member.id}`
  return {
    member,
    steps: [
      insertMember({ ...newAccountRow, ...member, emailFolded: foldEmail(email), emailVerifiedAt }),
      recordAudit({ actor: subject, action: 'member_signed_up', subject, detail: { without: 'password' } }, now),
    ],
  }
}
