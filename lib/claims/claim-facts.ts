import type { AdForSale } from '../ads/sale-queries.ts'
import type { CheckoutContext } from '../checkout/checkout-context.ts'
import type { Purchase } from '../purchases/purchases.ts'
import { findShowings } from '../reveals/reveals-queries.ts'
import { type ClaimFacts, type ClaimReason, claimMonthMs } from './claims.ts'
import {
  type Claim,
  type ClaimUnlock,
  countClaimsOfAd,
  findSeller,
  habitsOf,
  listClaimsOfAd,
  listRelatedPayers,
} from './claims-queries.ts'

type Claimed = Readonly<{
  purchase: Purchase
  ad: AdForSale
  unlock: ClaimUnlock
  reason: ClaimReason
  context: CheckoutContext
}>

/**
 * What the rules look at. Payers that one browser acts for are one person: they do not agree with each other, and what
 * they claimed counts together.
 *
 * @returns The facts, the open claims of others that say the same of this ad, and how many claims were seen in all.
 */
export function readClaimFacts({ purchase, ad, unlock, reason, context }: Claimed): Readonly<{
  facts: ClaimFacts
  agreeing: readonly Claim[]
  seen: Readonly<{ adId: number; since: number; count: number }>
}> {
  const { now, actor } = context
  const seen = { adId: ad.id, since: ad.confirmedAt, count: countClaimsOfAd(ad.id, ad.confirmedAt) }
  const same = new Set([purchase.payerId, ...actor.payerIds, ...listRelatedPayers(purchase.payerId)])
  const others = listClaimsOfAd(ad.id, ad.confirmedAt).filter(({ payerId }) => !same.has(payerId))
  const facts = {
    reason,
    now,
    firstShownAt: findShowings(unlock)?.first,
    soldAt: ad.soldAt,
    othersAgreeing: new Set(others.map(({ payerId }) => payerId)).size,
    ...habitsOf([...same], now - claimMonthMs),
    hasSeller: findSeller(ad.id) !== undefined,
  }
  return { facts, agreeing: others.filter(({ state }) => state === 'open'), seen }
}
