import type { Setting } from '../settings/settings.ts'
import { day, hour } from '../time/time.ts'

export const claimReasons = ['dead_number', 'sold', 'wrong_person', 'no_answer', 'other'] as const
export type ClaimReason = (typeof claimReasons)[number]
export type ClaimRule = 'sold_before' | 'payers_agree' | 'seller_silent' | 'first_claim'
export type ClaimState = 'open' | 'refunded' | 'rejected'
export type RefundDestination = 'wallet' | 'provider'

/** What became of a refund; `asking`: the provider did not say yet what became of it, and is asked again until it does. */
export type Refunded = Readonly<
  { state: 'done'; sequence: number; destination: RefundDestination } | { state: 'asking' }
>

/** How long after it was opened a contact can be said to be no good. */
export const claimWindowMs = 14 * day
/** The period in which the claims of one payer are counted. */
export const claimMonthMs = 30 * day
/** So many contacts must have been bought before the refunded share of them says anything. */
const leastBought = 4

export type ClaimFacts = Readonly<{
  reason: ClaimReason
  now: number
  /** When the contact was first shown; undefined while it never was. */
  firstShownAt: number | undefined
  soldAt: number | null
  /** Other payers who said it of this ad since its advertiser last confirmed it. */
  othersAgreeing: number
  /** Claims of this payer before: ever, and in the last thirty days. */
  earlierClaims: number
  claimsThisMonth: number
  /** Contacts this payer bought, this one included, and how many of them were refunded. */
  bought: number
  refunded: number
  /** The advertiser can be asked. */
  hasSeller: boolean
}>

export type ClaimDecision =
  | Readonly<{ kind: 'refund'; rule: ClaimRule }>
  | Readonly<{ kind: 'ask_seller'; until: number }>
  | Readonly<{ kind: 'queue' }>

/**
 * What becomes of a claim by the operator's rules. What our own books prove is refunded whoever asks; what rests on the
 * payer's word is refunded within limits, and beyond them a person decides: nobody is turned away unheard.
 */
export function decideClaim(facts: ClaimFacts, rules: Setting<'claimRules'>): ClaimDecision {
  if (rules.refundWhenSoldBeforeReveal && wasSoldBefore(facts)) return { kind: 'refund', rule: 'sold_before' }
  if (facts.reason === 'other' || isBeyondLimits(facts, rules)) return { kind: 'queue' }
  if (facts.othersAgreeing + 1 >= rules.payersAgree) return { kind: 'refund', rule: 'payers_agree' }
  if (rules.firstClaimFree && facts.earlierClaims === 0) return { kind: 'refund', rule: 'first_claim' }
  if (!facts.hasSeller) return { kind: 'queue' }
  return { kind: 'ask_seller', until: facts.now + rules.sellerSilentHours * hour }
}

function wasSoldBefore({ soldAt, firstShownAt }: ClaimFacts): boolean {
  return soldAt !== null && (firstShownAt === undefined || soldAt <= firstShownAt)
}

/** True when rules may no longer decide for this payer, and a person has to. */
export function isBeyondLimits(
  facts: Pick<ClaimFacts, 'claimsThisMonth' | 'bought' | 'refunded'>,
  rules: Setting<'claimRules'>,
): boolean {
  if (facts.claimsThisMonth >= rules.perPayerPerMonth) return true
  return facts.bought >= leastBought && (facts.refunded + 1) / facts.bought > rules.maxRefundShare
}

/** A contact that so many payers doubt is no longer sold, whatever rules refund. */
export function isDoubted(agreeing: number, rules: Setting<'claimRules'>): boolean {
  return agreeing >= rules.payersAgree
}

const retryDelaysMs = [1, 5, 15, 60].map((minutes) => (minutes * hour) / 60)
const dailyTries = 5
/** A bank may take weeks over a transfer. */
const longestPendingMs = 45 * day

/**
 * When to ask a provider again, and what its tries then count; `at` is null when a person has to look. Without an answer
 * that is after five days; one that answers that it has not made the refund yet is asked every day for weeks, and its
 * tries count no further, so that its silence afterwards is noticed as soon as any other.
 */
export function nextRefundTry(
  attempt: Readonly<{ tries: number; createdAt: number }>,
  { now, isPending }: Readonly<{ now: number; isPending: boolean }>,
): Readonly<{ tries: number; at: number | null }> {
  const tries = isPending ? Math.min(attempt.tries + 1, retryDelaysMs.length) : attempt.tries + 1
  const delay = retryDelaysMs[tries]
  if (delay !== undefined) return { tries, at: now + delay }
  const isAsked = isPending ? now < attempt.createdAt + longestPendingMs : tries < retryDelaysMs.length + dailyTries
  return { tries, at: isAsked ? now + day : null }
}

export const firstRefundTry = (now: number): number => now + (retryDelaysMs[0] ?? 0)

const triesWithoutAnswer = 4
/** Of one that has taken the request and not made the refund: it is known to be at work. */
const triesWithoutAnotherAnswer = 8

/** Whether a person has to look: the provider answers nothing any more, or did not make it within weeks. */
export function isStuckRefund(
  attempt: Readonly<{ tries: number; nextTryAt: number | null; providerReference: string | null }>,
): boolean {
  const most = attempt.providerReference === null ? triesWithoutAnswer : triesWithoutAnotherAnswer
  return attempt.nextTryAt === null || attempt.tries >= most
}
