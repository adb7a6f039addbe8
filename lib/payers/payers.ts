import { keyedHash } from '../config/keys.ts'

/** Who pays: a browser known by its cookie, and the payers it acts for (its own first). */
export type Payer = Readonly<{
  /** Absent until the browser's first purchase gives it a cookie. */
  deviceHash: string | undefined
  payerIds: readonly string[]
  /** The signed-in member, for "this is your own ad". */
  memberId: string | undefined
}>

export function deviceHashOf(token: string): string {
  return keyedHash('devices', token)
}

/**
 * The cookie of a browser that has none yet, derived from the quote it answers: two clicks on the same button become
 * the same browser and the same payer, so they cannot buy twice.
 */
export function firstDeviceToken(quoteId: string): string {
  return keyedHash('devices', `first ${quoteId}`)
}

export function firstPayerId(quoteId: string): string {
  return `p-${keyedHash('devices', `payer ${quoteId}`).slice(0, 28)}`
}

/** An e-mail address as it is compared: folded, keyed. */
export function emailHashOf(email: string): string {
  return keyedHash('addresses', `email ${email.trim().toLowerCase()}`)
}
