import { isIP } from 'node:net'
import type { Currency } from '../money/money.ts'
import type { PurchaseKind, Rail } from '../money/rails.ts'
import { day, hour, isoTime, type Millis, minute, second } from '../time/time.ts'
import { isLoopback, isPublicAddress } from './public-address.ts'

export type WebhookEvent = 'purchase.settled' | 'purchase.refunded' | 'endpoint.test'

/** What is told of a purchase: amounts in minor units, nothing of who bought, and nothing of a contact. */
export type ToldPurchase = Readonly<{
  id: string
  kind: PurchaseKind
  country: string
  currency: Currency
  priceMinor: number
  paidMinor: number
  refundedMinor: number
  reversedMinor: number
  settledAt: Millis
  rail: Rail
  accountId: string
  commissionMinor: number | null
  vatMinor: number | null
  payoutMinor: number | null
  isPayoutEstimate: 0 | 1
  payoutDueAt: Millis | null
}>

export type ToldRefund = Readonly<{ id: string; amountMinor: number; destination: 'wallet' | 'provider'; at: Millis }>

/** The part of a message that says what happened, as JSON text. */
export function webhookPayload(
  type: WebhookEvent,
  { at, purchase, refund }: Readonly<{ at: Millis; purchase?: ToldPurchase; refund?: ToldRefund }>,
): string {
  const data = purchase ? { ...toldPurchase(purchase), ...(refund ? { refund: toldRefund(refund) } : {}) } : {}
  return JSON.stringify({ type, timestamp: isoTime(at), data })
}

function toldPurchase(purchase: ToldPurchase) {
  const { id, rail, accountId, settledAt, isPayoutEstimate, payoutDueAt, paidMinor } = purchase
  return {
    purchaseId: id,
    kind: purchase.kind,
    country: purchase.country,
    currency: purchase.currency,
    priceMinor: purchase.priceMinor,
    paidMinor,
    refundedMinor: purchase.refundedMinor,
    reversedMinor: purchase.reversedMinor,
    rail,
    accountId,
    settledAt: isoTime(settledAt),
    net: {
      commissionMinor: purchase.commissionMinor,
      vatMinor: purchase.vatMinor,
      payoutMinor: purchase.payoutMinor,
      isPayoutEstimate: isPayoutEstimate === 1,
      payoutDueAt: payoutDueAt === null ? null : isoTime(payoutDueAt),
    },
  }
}

function toldRefund({ id, amountMinor, destination, at }: ToldRefund) {
  return { refundId: id, amountMinor, destination, at: isoTime(at) }
}

/** How long after each attempt the next one follows; three days in all. Source: Standard Webhooks 1.0.0, retries. */
const pauses = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour]

/** When to try again after so many attempts; undefined when it is given up. */
export function nextWebhookAttempt(attempts: number, now: Millis): Millis | undefined {
  const pause = pauses[attempts - 1]
  return pause === undefined ? undefined : now + pause
}

/** While one worker waits for an answer no other one sends the same message. */
export const webhookLeaseMs = minute

/** How long messages are signed with the old secret as well. */
export const oldSecretMs = day

/** What is sealed of an endpoint. */
export type WebhookSecrets = Readonly<{ current: string; old?: Readonly<{ secret: string; until: Millis }> }>

/** The secrets a message of this moment is signed with. */
export function secretsAt({ current, old }: WebhookSecrets, now: Millis): readonly string[] {
  return old && old.until > now ? [current, old.secret] : [current]
}

const longestUrl = 500

/**
 * Reads where messages are to go. Only https, without a name and password; in the demonstration this machine may be
 * reached by http. What a name leads to is looked at each time something is sent.
 *
 * @returns undefined for an address that is not accepted.
 */
export function readWebhookUrl(text: string, { isDemo }: Readonly<{ isDemo: boolean }>): string | undefined {
  if (text.length > longestUrl || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || url.hash !== '') return undefined
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isHere = host === 'localhost' || isLoopback(host)
  if (isHere) return isDemo && /^https?:$/.test(url.protocol) ? url.href : undefined
  if (url.protocol !== 'https:') return undefined
  if (isIP(host) !== 0) return isPublicAddress(host) ? url.href : undefined
  return host.includes('.') && !/\.(local|localhost|internal|home\.arpa)$/.test(host) ? url.href : undefined
}
