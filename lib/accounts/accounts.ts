import { keyedHash } from '../config/keys.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Locale } from '../i18n/locales.ts'
import { newId } from '../ids/ids.ts'
import type { Letter } from '../mail/mail.ts'
import { queueMail } from '../mail/mail-store.ts'
import { foldEmail } from '../members/member.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { type Millis, minute } from '../time/time.ts'

/** Where a request about an account comes from. */
export type AccountRequest = Readonly<{
  now: Millis
  locale: Locale
  /** The client's address. */
  address: string
  /** What the browser calls itself. */
  device: string | undefined
  cookies: string | null
  /** The browser's hash, for what was bought in it. */
  deviceHash: string | undefined
}>

/** How long a mailed code is good for. */
export const codeLifetimeMs = 20 * minute
export const codeMinutes = codeLifetimeMs / minute

/**
 * Counts a request that may send a mail to an address somebody typed, known or not.
 *
 * @throws DomainError `rate_limited`.
 */
export async function countMailRequest(email: string, address: string): Promise<void> {
  await consumeLimit('account_mail_global', 'all')
  await consumeLimit('account_mail_address', address)
  await consumeLimit('account_mail', keyedHash('addresses', `account ${foldEmail(email)}`))
}

/** Counts one try of a mailed code; each code has its own five besides. @throws DomainError `rate_limited`. */
export async function countCodeTry(address: string): Promise<void> {
  await consumeLimit('account_code_global', 'all')
  await consumeLimit('account_code_address', address)
}

/** A mail that goes out once for what has just happened. */
export function accountMail(mail: Readonly<{ to: string; locale: Locale; letter: Letter; now: Millis }>) {
  const { to, locale, letter, now } = mail
  return queueMail({ dedupeKey: `account:${newId()}`, to, locale, letter }, now)
}

/** `22 novembre 2026 à 10:30`. */
export function dateText(at: Millis, locale: Locale): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' } as const
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', format).format(at)
}

/** A code that is wrong, late, used or was never sent: one answer. */
export function codeRefused(): DomainError {
  return new DomainError('code_refused', { fields: [{ field: 'code', code: 'refused' }] })
}
