import { commit, type Step } from '../../db/commit.ts'
import { issueCode, issueToken } from '../auth/issue-token.ts'
import { hashPassword } from '../auth/password.ts'
import { config } from '../config/env.ts'
import { seal } from '../config/keys.ts'
import { DomainError } from '../errors/domain-error.ts'
import { pathTo } from '../i18n/paths.ts'
import { newToken } from '../ids/ids.ts'
import { mailText } from '../mail/mail-text.ts'
import { newMemberProblems } from '../members/create-member.ts'
import { findMemberByEmail } from '../members/members-queries.ts'
import { type AccountRequest, accountMail, codeLifetimeMs, codeMinutes, countMailRequest } from './accounts.ts'

export type NewAccount = Readonly<{ email: string; displayName: string; password: string }>

/**
 * Begins an account. It exists once the address is confirmed, by the code in this browser or by the link with the
 * password: so nobody can put a password on somebody else's address.
 *
 * An address that has an account gets the same answer after the same work, and a mail that says so.
 *
 * @returns What the browser must show with the code.
 * @throws DomainError `invalid_input` by field; `rate_limited`.
 */
export async function signUp(typed: NewAccount, request: AccountRequest): Promise<Readonly<{ flow: string }>> {
  const { now, locale, address } = request
  const problems = newMemberProblems(typed)
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  await countMailRequest(typed.email, address)
  const email = typed.email.trim()
  const passwordHash = await hashPassword(typed.password)
  const flow = newToken()
  const wanted = JSON.stringify({ email, displayName: typed.displayName.trim(), passwordHash, locale })
  const data = { flow, sealed: seal('tokens', flow, wanted).toString('base64url') }
  const base = { purpose: 'verify_email', data, lifetimeMs: codeLifetimeMs, now } as const
  const { code, steps } = issueCode({ ...base, subject: flow })
  const link = issueToken({ ...base, subject: `link:${flow}` })
  const letter = mailText('verifyEmail', locale, {
    code,
    minutes: codeMinutes,
    url: `${config().origin}${pathTo(locale, 'verify')}?token=${link.token}`,
  })
  const known = findMemberByEmail(email)
  const mail = known
    ? accountMail({ to: known.email, locale: known.locale, letter: alreadyMember(known.locale), now })
    : accountMail({ to: email, locale, letter, now })
  const all: readonly Step[] = [...steps, ...link.steps, mail]
  await commit(all)
  return { flow }
}

function alreadyMember(locale: 'fr' | 'en') {
  const { origin } = config()
  const signInUrl = origin + pathTo(locale, 'sign-in')
  return mailText('alreadyMember', locale, { signInUrl, resetUrl: origin + pathTo(locale, 'forgot-password') })
}
