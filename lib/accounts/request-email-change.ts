import { commit } from '../../db/commit.ts'
import { issueCode } from '../auth/issue-token.ts'
import { config } from '../config/env.ts'
import { seal } from '../config/keys.ts'
import { DomainError } from '../errors/domain-error.ts'
import { pathTo } from '../i18n/paths.ts'
import { mailText } from '../mail/mail-text.ts'
import { emailInput, foldEmail, type Member } from '../members/member.ts'
import { findMemberByEmail } from '../members/members-queries.ts'
import { type AccountRequest, accountMail, codeLifetimeMs, codeMinutes, countMailRequest } from './accounts.ts'

/**
 * Mails a code to the address that a member wants from now on. An address that has an account gets another mail and the
 * member the same answer: nobody learns who has an account here.
 *
 * @throws DomainError `invalid_input` on `email`; `rate_limited`.
 */
export async function requestEmailChange(
  { member, email: typed }: Readonly<{ member: Member; email: string }>,
  request: AccountRequest,
): Promise<void> {
  const { now, address } = request
  const email = typed.trim()
  if (!emailInput.safeParse(email).success || foldEmail(email) === foldEmail(member.email))
    throw new DomainError('invalid_input', { fields: [{ field: 'email', code: 'invalid' }] })
  await countMailRequest(email, address)
  const { locale } = member
  const data = { sealed: seal('tokens', member.id, email).toString('base64url') }
  const about = { purpose: 'change_email', subject: member.id, data } as const
  const { code, steps } = issueCode({ ...about, lifetimeMs: codeLifetimeMs, now })
  const known = findMemberByEmail(email)
  const { origin } = config()
  const signInUrl = origin + pathTo(locale, 'sign-in')
  const letter = known
    ? mailText('alreadyMember', known.locale, { signInUrl, resetUrl: origin + pathTo(known.locale, 'forgot-password') })
    : mailText('changeEmail', locale, { code, minutes: codeMinutes })
  await commit([...steps, accountMail({ to: known?.email ?? email, locale: known?.locale ?? locale, letter, now })])
}
