import { DomainError } from '../errors/domain-error.ts'
import { isFinal } from '../purchases/purchases.ts'
import { findPurchase, listCharges } from '../purchases/purchases-queries.ts'
import { checkCharge } from './check-charge.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { PurchaseInput } from './checkout-input.ts'

/** "I have already paid": asks the providers now instead of waiting for their message. @throws DomainError not_found. */
export async function checkPurchase(
  input: PurchaseInput,
  context: CheckoutContext,
): Promise<Readonly<{ purchaseId: string }>> {
  const purchase = findPurchase(input.id)
  if (!purchase || !context.actor.payerIds.includes(purchase.payerId)) throw new DomainError('not_found')
  for (const charge of listCharges(purchase.id)) if (!isFinal(charge.state)) await checkCharge(charge, context.now)
  return { purchaseId: purchase.id }
}
