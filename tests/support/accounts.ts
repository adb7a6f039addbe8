import { reader } from '../../db/client.ts'
import type { AccountRequest } from '../../lib/accounts/accounts.ts'
import { isDomainError } from '../../lib/errors/domain-error.ts'

export const accountNow = Date.UTC(2026, 10, 22, 9)

let address = 0
/** A request from an address of its own, so that counts of other tests do not matter. */
export function accountRequest(changes: Partial<AccountRequest> = {}): AccountRequest {
  address += 1
  const from = { address: `198.51.${address >> 8}.${address & 255}`, device: 'Firefox, Linux' }
  return { now: accountNow, locale: 'fr', cookies: null, deviceHash: undefined, ...from, ...changes }
}

/** What a browser sends back of `Set-Cookie` values. */
export function cookieLine(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

type Mail = Readonly<{ recipient: string; subject: string; text: string }>

/** The mails of an address, oldest first. */
export function mailsTo(recipient: string): readonly Mail[] {
  return reader()
    .$client.prepare('select recipient, subject, text from outbox_mails where recipient = ? order by id')
    .all(recipient) as Mail[]
}

/** The code in the newest mail of an address. */
export function codeSentTo(recipient: string): string {
  const code = /^ {2}(\d{8})$/m.exec(mailsTo(recipient).at(-1)?.text ?? '')?.[1]
  if (!code) throw new Error(`no code was sent to ${recipient}`)
  return code
}

/** How work was refused: its code and fields. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  )
  if (!isDomainError(error)) throw error
  return [error.code, ...error.fields.map(({ field, code }) => `${field}:${code}`)].join(' ')
}
