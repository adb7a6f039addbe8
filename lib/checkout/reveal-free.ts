import { commit } from '../../db/commit.ts'
import { countAdUnlock } from '../ads/ad-days-store.ts'
import { isForSale, revealPriceAt } from '../ads/ads.ts'
import { findAdForSale } from '../ads/sale-queries.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { findUnlock } from '../reveals/reveals-queries.ts'
import { grantUnlock, recordReveal } from '../reveals/reveals-store.ts'
import { buyerOf, buyerSteps } from './buyer.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { RevealFreeInput } from './checkout-input.ts'

export type FreelyRevealed = Readonly<{ ref: string; newDeviceToken: string | undefined }>

/**
 * Opens a free contact. Free means no purchase at all; it is still a deliberate act of one browser, counted and
 * limited, so that free contacts cannot be collected by reading pages.
 *
 * @throws DomainError ad_unavailable, conflict when the contact is not free.
 */
export async function revealFree(input: RevealFreeInput, context: CheckoutContext): Promise<FreelyRevealed> {
  const ad = findAdForSale(input.ref, context.locale)
  if (!ad || !isForSale(ad, context.now)) throw new DomainError('ad_unavailable')
  if (revealPriceAt(ad, context.now).kind !== 'free') throw new DomainError('price_changed')
  const buyer = buyerOf(context.actor, input.once)
  if (findUnlock(buyer.payerIds, ad.id)) return { ref: ad.ref, newDeviceToken: buyer.newDeviceToken }
  try {
    await commit([
      ...buyerSteps(buyer, context.now),
      grantUnlock({ unlockId: newId(), payerId: buyer.payerId, adId: ad.id, purchaseId: null, now: context.now }),
      countAdUnlock(ad.id, context.now),
      recordReveal({ payerId: buyer.payerId, adId: ad.id, now: context.now }),
    ])
  } catch (error) {
    if (!isConflict(error, 'already_unlocked')) throw error
    if (!findUnlock([buyer.payerId], ad.id)) throw new DomainError('ad_unavailable')
  }
  return { ref: ad.ref, newDeviceToken: buyer.newDeviceToken }
}
