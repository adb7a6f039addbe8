import { commit } from '../../db/commit.ts'
import { issueCode } from '../auth/issue-token.ts'
import { mailText } from '../mail/mail-text.ts'
import type { Member } from '../members/member.ts'
import { type AccountRequest, accountMail, codeLifetimeMs, codeMinutes, countMailRequest } from './accounts.ts'

/**
 * Mails a signed-in member a code to confirm who she is with, for accounts without a password; it proves
 * nothing for an account that has one.
 *
 * @throws DomainError `rate_limited`.
 */
export async function mailConfirmationCode(member: Member, request: AccountRequest): Promise<void> {
  const { now } = request
  await countMailRequest(member.email, request.address)
  const about = { purpose: 'sign_in_code', subject: `confirm:${member.id}` } as const
  const { code, steps } = issueCode({ ...about, lifetimeMs: codeLifetimeMs, now })
  const { email, locale } = member
  const letter = mailText('signInCode', locale, { code, minutes: codeMinutes })
  await commit([...steps, accountMail({ to: email, locale, letter, now })])
}
