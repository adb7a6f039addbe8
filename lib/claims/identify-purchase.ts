import type { CheckoutContext } from '../checkout/checkout-context.ts'
import { DomainError } from '../errors/domain-error.ts'
import { type Purchase, readRecoveryCode, recoveryHashOf } from '../purchases/purchases.ts'
import { findPurchase, findPurchaseByRecovery } from '../purchases/purchases-queries.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { findPurchaseIdOfReceipt } from './claims-queries.ts'

/** A purchase of this browser by its id, or of anybody by the number and the code printed on the receipt. */
export type PurchaseNamed = Readonly<{
  purchase?: string | undefined
  receipt?: string | undefined
  recovery?: string | undefined
}>

const refused = (field: string) => new DomainError('code_refused', { fields: [{ field, code: 'refused' }] })

/**
 * The purchase somebody speaks of and may speak for. The code of any receipt of a payer goes with every receipt of that
 * payer, as it opens all they bought.
 *
 * @throws DomainError not_found for a purchase of another browser; code_refused for a wrong code or number, whatever is
 *   wrong with them; rate_limited.
 */
export async function identifyPurchase(named: PurchaseNamed, context: CheckoutContext): Promise<Purchase> {
  if (named.purchase) {
    const purchase = findPurchase(named.purchase)
    if (!purchase || !context.actor.payerIds.includes(purchase.payerId)) throw new DomainError('not_found')
    return purchase
  }
  const code = readRecoveryCode(named.recovery ?? '')
  if (code === undefined) throw new DomainError('code_refused', { fields: [{ field: 'recovery', code: 'mistyped' }] })
  const number = Number((named.receipt ?? '').replace(/^\s*n[°o.]?\s*/i, '').trim())
  if (!Number.isSafeInteger(number) || number <= 0) throw refused('receipt')
  await consumeLimit('recovery_device', context.actor.deviceHash ?? context.address)
  await consumeLimit('recovery_address', context.address)
  await consumeLimit('recovery_global', 'all')
  const known = findPurchaseByRecovery(recoveryHashOf(code))
  const purchaseId = findPurchaseIdOfReceipt(number)
  const purchase = purchaseId === undefined ? undefined : findPurchase(purchaseId)
  if (!known || !purchase || purchase.payerId !== known.payerId) throw refused('recovery')
  return purchase
}
