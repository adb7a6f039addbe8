import { commit } from '../../db/commit.ts'
import { doubtContact } from '../ads/contact-doubt-store.ts'
import { findAdForSaleById } from '../ads/sale-queries.ts'
import { isConflict } from '../errors/conflict.ts'
import { eachAlone } from '../errors/each-alone.ts'
import { findPurchase } from '../purchases/purchases-queries.ts'
import { askForRefund } from './ask-for-refund.ts'
import { type Claim, listSilentClaims } from './claims-queries.ts'
import { decideClaimRow } from './claims-store.ts'
import { refundClaimSteps } from './refund-claim-steps.ts'
import { refundableMinor } from './refund-steps.ts'

/**
 * Refunds claims whose advertiser was asked and let the time pass. Nobody buys the contact until the advertiser speaks.
 *
 * @returns The references of the ads concerned, for the page cache.
 * @throws AggregateError of what failed, after all had their turn.
 */
export async function settleSilentClaims(now: number): Promise<readonly string[]> {
  const refs: string[] = []
  await eachAlone(listSilentClaims(now), async (claim) => {
    try {
      refs.push(...(await settle(claim, now)))
    } catch (error) {
      // Decided by somebody at the same moment.
      if (!isConflict(error)) throw error
    }
  })
  return refs
}

async function settle(claim: Claim, now: number): Promise<readonly string[]> {
  const purchase = findPurchase(claim.purchaseId)
  const ad = purchase && findAdForSaleById(claim.adId, purchase.locale)
  if (!purchase || !ad) return []
  if (refundableMinor(purchase) === 0) {
    const verdict = { id: claim.id, rule: null, answer: null, decidedBy: 'system', now } as const
    await commit([decideClaimRow({ ...verdict, state: purchase.refundedMinor > 0 ? 'refunded' : 'rejected' })])
    return []
  }
  const refund = refundClaimSteps(claim, { rule: 'seller_silent', decidedBy: null, answer: null, ad, now })
  await commit([...refund.steps, doubtContact(ad.id, now)])
  if (refund.attemptId !== undefined) await askForRefund(refund.attemptId, now)
  return [ad.ref]
}
