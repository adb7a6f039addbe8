import { commit } from '../../db/commit.ts'
import { issueCode } from '../auth/issue-token.ts'
import { newToken } from '../ids/ids.ts'
import { mailText } from '../mail/mail-text.ts'
import { findActiveMember } from '../members/members-queries.ts'
import { type AccountRequest, accountMail, codeLifetimeMs, codeMinutes, countMailRequest } from './accounts.ts'

const letters = { sign_in_code: 'signInCode', reset_password: 'resetPassword' } as const

/**
 * Mails a code to sign in with, or to choose a new password with. The answer and what it costs are the same whether the
 * address has an account or not; a code that nobody was sent is kept too.
 *
 * @returns What the browser must show with the code: it works in no other browser.
 * @throws DomainError `rate_limited`.
 */
export async function requestCode(
  { purpose, email }: Readonly<{ purpose: keyof typeof letters; email: string }>,
  request: AccountRequest,
): Promise<Readonly<{ flow: string }>> {
  const { now, address } = request
  await countMailRequest(email, address)
  const member = findActiveMember(email)
  const flow = newToken()
  const data = member ? { memberId: member.id } : {}
  const { code, steps } = issueCode({ purpose, subject: flow, data, lifetimeMs: codeLifetimeMs, now })
  const letter = mailText(letters[purpose], member?.locale ?? request.locale, { code, minutes: codeMinutes })
  const mails = member ? [accountMail({ to: member.email, locale: member.locale, letter, now })] : []
  await commit([...steps, ...mails])
  return { flow }
}
