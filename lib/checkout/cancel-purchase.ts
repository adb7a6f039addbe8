import { commit } from '../../db/commit.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findPurchase } from '../purchases/purchases-queries.ts'
import { cancelPurchase as cancelStep } from '../purchases/purchases-store.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { PurchaseInput } from './checkout-input.ts'

/** The payer gives up waiting. Money that still comes is honoured. @throws DomainError not_found. */
export async function cancelPurchase(
  input: PurchaseInput,
  context: CheckoutContext,
): Promise<Readonly<{ purchaseId: string }>> {
  const purchase = findPurchase(input.id)
  if (!purchase || !context.actor.payerIds.includes(purchase.payerId)) throw new DomainError('not_found')
  try {
    await commit([cancelStep(purchase.id)])
  } catch (error) {
    if (!isConflict(error, 'state_changed')) throw error
  }
  return { purchaseId: purchase.id }
}
