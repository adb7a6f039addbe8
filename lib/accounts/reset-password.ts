import type { Step } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { hashPassword, passwordProblem } from '../auth/password.ts'
import { redeemCode } from '../auth/redeem-token.ts'
import { revokeSessionsOf } from '../auth/session-store.ts'
import { config } from '../config/env.ts'
import { DomainError } from '../errors/domain-error.ts'
import { pathTo } from '../i18n/paths.ts'
import { mailText } from '../mail/mail-text.ts'
import type { Member } from '../members/member.ts'
import { findMemberById } from '../members/members-queries.ts'
import { changePasswordHash, markEmailVerified } from '../members/members-store.ts'
import type { SignedIn } from '../members/sign-in-member.ts'
import type { Millis } from '../time/time.ts'
import { type AccountRequest, accountMail, codeRefused, countCodeTry, dateText } from './accounts.ts'
import { beginSession } from './begin-session.ts'

/**
 * Gives an account a new password by a mailed code, ends every session the old one opened, tells the member, and signs
 * in; a second factor is still asked for where there is one.
 *
 * @throws DomainError `code_refused`; `invalid_input` on `password`, which leaves the code good; `rate_limited`.
 */
export async function resetPassword(
  typed: Readonly<{ flow: string; code: string; password: string }>,
  request: AccountRequest,
): Promise<SignedIn> {
  const { now, address } = request
  const weak = passwordProblem(typed.password, '')
  if (weak) throw new DomainError('invalid_input', { fields: [{ field: 'password', code: weak }] })
  await countCodeTry(address)
  const passwordHash = await hashPassword(typed.password)
  const found = await redeemCode({ purpose: 'reset_password', subject: typed.flow, code: typed.code, now })
  const member = found.kind === 'good' ? findMemberById(found.data['memberId'] ?? '') : undefined
  if (found.kind !== 'good' || !member) throw codeRefused()
  const steps = [...found.steps, ...newPasswordSteps(member, { passwordHash, now }), markEmailVerified(member.id, now)]
  return beginSession({ member, steps: [...steps, revokeSessionsOf(member.id, now)] }, request)
}

/** Keeps a new password and tells the member; which sessions end is the caller's to say. */
export function newPasswordSteps(
  member: Member,
  { passwordHash, now }: Readonly<{ passwordHash: string; now: Millis }>,
): readonly Step[] {
  const { id, email, locale } = member
  const resetUrl = config().origin + pathTo(locale, 'forgot-password')
  const letter = mailText('passwordChanged', locale, { date: dateText(now, locale), resetUrl })
  return [
    changePasswordHash(id, passwordHash),
    recordAudit({ actor: `member:${id}`, action: 'member_password_set', subject: `member:${id}` }, now),
    accountMail({ to: email, locale, letter, now }),
  ]
}
