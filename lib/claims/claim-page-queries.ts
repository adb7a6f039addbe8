import { readSql } from '../../db/statement.ts'
import { type AdForSale, findAdForSaleById } from '../ads/sale-queries.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Purchase } from '../purchases/purchases.ts'
import { findPurchase } from '../purchases/purchases-queries.ts'
import { claimWindowMs, type RefundDestination } from './claims.ts'
import { type Claim, findClaimOfPurchase, findLastRefundAttempt, findUnlockOfPurchase } from './claims-queries.ts'
import { refundableCharge, refundableMinor } from './refund-steps.ts'

/** One way money of a purchase went back; only what the books hold. */
export type GivenBack = Readonly<{ destination: RefundDestination; amountMinor: number; at: number }>
const givenBack = readSql<GivenBack>(`select destination, sum(amount_minor) as amountMinor, max(at) as at from refunds
  where purchase_id = ? group by destination order by destination`)

export type RefundState = Readonly<{
  given: readonly GivenBack[]
  /** What a provider was asked for and did not answer yet. */
  askedMinor: number | undefined
  /** The provider refused, and the balance has it. */
  isRefused: boolean
}>

export function findRefundState(purchaseId: string): RefundState {
  const attempt = findLastRefundAttempt(purchaseId)
  return {
    given: givenBack.all(purchaseId),
    askedMinor: attempt?.state === 'asking' ? attempt.amountMinor : undefined,
    isRefused: attempt?.state === 'refused',
  }
}

export type ClaimPage = Readonly<{
  purchase: Purchase
  ad: AdForSale
  claim: Claim | undefined
  refund: RefundState
  /** The payer still holds the contact. */
  isOpen: boolean
}>

/** What became of a claim, for whoever has the purchase's address; never the contact. */
export function findClaimPage(purchaseId: string, locale: Locale): ClaimPage | undefined {
  const purchase = findPurchase(purchaseId)
  const ad = purchase?.adId ? findAdForSaleById(purchase.adId, locale) : undefined
  if (purchase?.kind !== 'reveal' || purchase.state !== 'settled' || !ad) return undefined
  return {
    purchase,
    ad,
    claim: findClaimOfPurchase(purchaseId),
    refund: findRefundState(purchaseId),
    isOpen: findUnlockOfPurchase(purchaseId) !== undefined,
  }
}

export type Claimability = Readonly<
  | { kind: 'claimed'; claim: Claim }
  | { kind: 'possible'; until: number; canProviderRefund: boolean }
  | { kind: 'over'; until: number }
  | { kind: 'none' }
>

/** Whether a contact that was bought can be said to be no good, and until when. */
export function findClaimability(purchaseId: string, now: number): Claimability {
  const purchase = findPurchase(purchaseId)
  const claim = findClaimOfPurchase(purchaseId)
  if (claim) return { kind: 'claimed', claim }
  if (!purchase || refundableMinor(purchase) === 0 || !findUnlockOfPurchase(purchaseId)) return { kind: 'none' }
  const until = (purchase.settledAt ?? 0) + claimWindowMs
  if (now > until) return { kind: 'over', until }
  return { kind: 'possible', until, canProviderRefund: refundableCharge(purchase) !== undefined }
}

/** What can be said of each purchase in a list: how its claim stands, or that one is possible. */
export function listClaimStates(
  purchases: readonly Purchase[],
  now: number,
): ReadonlyMap<string, Claim['state'] | 'possible'> {
  const states = new Map<string, Claim['state'] | 'possible'>()
  for (const { id, kind, state } of purchases) {
    if (kind !== 'reveal' || state !== 'settled') continue
    const found = findClaimability(id, now)
    if (found.kind === 'claimed') states.set(id, found.claim.state)
    if (found.kind === 'possible') states.set(id, 'possible')
  }
  return states
}
