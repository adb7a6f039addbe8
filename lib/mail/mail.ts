import { hour, type Millis, minute } from '../time/time.ts'

/** A letter as its reader sees it: plain text. The part for readers that draw is made from it when it is sent. */
export type Letter = Readonly<{
  subject: string
  text: string
  /** Where its reader says that no more of these are wanted; only for mail that nobody asked for just now. */
  unsubscribeUrl?: string
}>

/** While one is being sent nobody else may take it; longer than every time-out of the conversation together. */
export const leaseMs = 5 * minute

/** How long to wait after the first, second, ... failure. Then the mail stays with its error, for staff to see. */
const waits: readonly Millis[] = [minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour, 24 * hour]

/**
 * When to try again after `attempts` tries have failed.
 *
 * @returns undefined when it is no use any more.
 */
export function nextAttemptAt(attempts: number, now: Millis): Millis | undefined {
  const wait = waits[attempts - 1]
  return wait === undefined ? undefined : now + wait
}

/**
 * True when the server said that it will never take this mail: SMTP replies of the 500s. That it does not know our
 * password says nothing about the mail, and is put right by the operator.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown }
  const reply = Number(responseCode)
  return code !== 'EAUTH' && reply >= 500 && reply < 600
}

/** Who sends: the publisher's address, else one at the site's own host. */
export function senderOf(site: Readonly<{ name: string; origin: string; publisherEmail: string }>): string {
  const address = site.publisherEmail || `noreply@${new URL(site.origin).hostname}`
  return `"${site.name.replace(/["\\\r\n]/g, '')}" <${address}>`
}
