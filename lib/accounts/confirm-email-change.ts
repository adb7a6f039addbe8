import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { voidMailedCodes } from '../auth/one-time-token-store.ts'
import { redeemCode } from '../auth/redeem-token.ts'
import { config } from '../config/env.ts'
import { unseal } from '../config/keys.ts'
import { isConflict } from '../errors/conflict.ts'
import { pathTo } from '../i18n/paths.ts'
import { mailText } from '../mail/mail-text.ts'
import { foldEmail, type Member, maskEmail } from '../members/member.ts'
import { changeEmail } from '../members/members-store.ts'
import { type AccountRequest, accountMail, codeRefused, countCodeTry, dateText } from './accounts.ts'

/**
 * Makes the address that a code was sent to the member's own, and tells the old one, whose codes open nothing any more.
 *
 * @throws DomainError `code_refused`, for an address that has an account by now too; `rate_limited`.
 */
export async function confirmEmailChange(
  { member, code }: Readonly<{ member: Member; code: string }>,
  request: AccountRequest,
): Promise<Readonly<{ email: string }>> {
  const { now, address } = request
  await countCodeTry(address)
  const found = await redeemCode({ purpose: 'change_email', subject: member.id, code, now })
  if (found.kind !== 'good') throw codeRefused()
  const email = unseal('tokens', member.id, Buffer.from(found.data['sealed'] ?? '', 'base64url'))
  const { id, locale } = member
  const contactUrl = config().origin + pathTo(locale, 'legal-notice')
  const letter = mailText('emailChanged', locale, {
    date: dateText(now, locale),
    newEmail: maskEmail(email),
    contactUrl,
  })
  try {
    await commit([
      ...found.steps,
      voidMailedCodes(id, now),
      changeEmail(id, { email, emailFolded: foldEmail(email), verifiedAt: now }),
      recordAudit({ actor: `member:${id}`, action: 'member_email_changed', subject: `member:${id}` }, now),
      accountMail({ to: member.email, locale, letter, now }),
    ])
  } catch (error) {
    if (isConflict(error)) throw codeRefused()
    throw error
  }
  return { email }
}
