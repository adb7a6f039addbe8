import { commit, type Step, withRetries } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { countRefunds, findPurchase } from '../purchases/purchases-queries.ts'
import { askForRefund } from './ask-for-refund.ts'
import type { RefundDestination, Refunded } from './claims.ts'
import { providerRefundSteps, refundableCharge, requireRefundable, walletRefundSteps } from './refund-steps.ts'

type Refund = Readonly<{
  purchaseId: string
  amountMinor: number
  reason: string
  actor: string
  now: number
  /** The balance unless the provider is named. */
  destination?: RefundDestination
  /** What had been given back when this was decided; `conflict` when it is more by now. */
  seenRefundedMinor?: number
  /** Kept in the same commit as the refund, or not at all. */
  alongside?: readonly Step[]
}>

/**
 * Gives the price of a contact back, whole or in part: to the payer's balance, or through the provider where it can;
 * a provider that refuses leaves it on the balance. The payer keeps what was unlocked.
 *
 * Asked twice at once, one of the two is told that there is nothing left to give back.
 *
 * @throws DomainError not_found for what was never sold; invalid_input for more than what is left of the price;
 *   provider_unavailable when no provider can give it back; conflict when more was given back than the decision knew.
 */
export function refundPurchase(refund: Refund): Promise<Refunded> {
  return refund.destination === 'provider' ? refundThroughProvider(refund) : withRetries(() => refundToWallet(refund))
}

async function refundToWallet(refund: Refund): Promise<Refunded> {
  const purchase = requirePurchase(refund)
  const sequence = countRefunds(purchase.id) + 1
  await commit([...(refund.alongside ?? []), ...walletRefundSteps(purchase, refund)])
  return { state: 'done', sequence, destination: 'wallet' }
}

async function refundThroughProvider(refund: Refund): Promise<Refunded> {
  const attemptId = newId()
  await withRetries(async () => {
    const purchase = requirePurchase(refund)
    const charge = refundableCharge(purchase)
    if (!charge) throw new DomainError('provider_unavailable')
    const steps = providerRefundSteps(purchase, { ...refund, attemptId, charge, source: 'sale' })
    await commit([...(refund.alongside ?? []), ...steps])
  })
  return askForRefund(attemptId, refund.now)
}

function requirePurchase({ purchaseId, amountMinor, seenRefundedMinor }: Refund) {
  const purchase = findPurchase(purchaseId)
  if (purchase?.state !== 'settled' || purchase.kind !== 'reveal') throw new DomainError('not_found')
  if (seenRefundedMinor !== undefined && purchase.refundedMinor !== seenRefundedMinor) throw new DomainError('conflict')
  requireRefundable(purchase, amountMinor)
  return purchase
}
