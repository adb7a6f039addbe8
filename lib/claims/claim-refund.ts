import type { Step } from '../../db/commit.ts'
import { newId } from '../ids/ids.ts'
import type { Purchase } from '../purchases/purchases.ts'
import { findShowings } from '../reveals/reveals-queries.ts'
import { revokeUnseenUnlock } from '../reveals/reveals-store.ts'
import type { RefundDestination } from './claims.ts'
import { findUnlockOfPurchase } from './claims-queries.ts'
import { providerRefundSteps, refundableCharge, refundableMinor, walletRefundSteps } from './refund-steps.ts'

export type PlannedRefund = Readonly<{
  steps: readonly Step[] /** To be asked for after the commit. */
  attemptId?: string
}>

/**
 * Gives back all that is left of the price of a contact. A contact that was seen stays open: it cannot be unseen. One
 * that was never shown is closed in the same commit, so that nobody has both; shown meanwhile, the commit conflicts.
 *
 * @param wanted.destination The balance, where no provider can give it back.
 */
export function refundWhole(
  purchase: Purchase,
  wanted: Readonly<{ destination: RefundDestination; reason: string; actor: string; now: number }>,
): PlannedRefund {
  const { destination, reason, actor, now } = wanted
  const amountMinor = refundableMinor(purchase)
  if (amountMinor === 0) return { steps: [] }
  const unlock = findUnlockOfPurchase(purchase.id)
  const closing = unlock && !findShowings(unlock) ? [revokeUnseenUnlock(purchase.id, now)] : []
  const charge = destination === 'provider' ? refundableCharge(purchase) : undefined
  if (!charge) return { steps: [...walletRefundSteps(purchase, { amountMinor, reason, actor, now }), ...closing] }
  const attemptId = newId()
  const asked = providerRefundSteps(purchase, { amountMinor, reason, actor, now, attemptId, charge, source: 'sale' })
  return { steps: [...asked, ...closing], attemptId }
}
