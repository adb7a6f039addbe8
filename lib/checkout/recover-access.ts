import { commit } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import { linkDevice } from '../payers/payers-store.ts'
import { readRecoveryCode, recoveryHashOf } from '../purchases/purchases.ts'
import { findPurchaseByRecovery } from '../purchases/purchases-queries.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { buyerOf, buyerSteps } from './buyer.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { RecoverInput } from './checkout-input.ts'

export type Recovered = Readonly<{ purchaseId: string; newDeviceToken: string | undefined }>

/**
 * Opens what was bought elsewhere to this browser, by the code of any of its receipts.
 *
 * @throws DomainError `code_refused` for a wrong code, whatever is wrong with it; `rate_limited`.
 */
export async function recoverAccess(input: RecoverInput, context: CheckoutContext): Promise<Recovered> {
  const code = readRecoveryCode(input.recovery)
  if (code === undefined) throw new DomainError('code_refused', { fields: [{ field: 'recovery', code: 'mistyped' }] })
  const buyer = buyerOf(context.actor, input.once)
  await consumeLimit('recovery_device', buyer.deviceHash)
  await consumeLimit('recovery_address', context.address)
  await consumeLimit('recovery_global', 'all')
  const purchase = findPurchaseByRecovery(recoveryHashOf(code))
  if (!purchase) throw new DomainError('code_refused', { fields: [{ field: 'recovery', code: 'refused' }] })
  await commit([
    ...buyerSteps(buyer, context.now),
    linkDevice({ deviceHash: buyer.deviceHash, payerId: purchase.payerId, now: context.now }),
  ])
  return { purchaseId: purchase.id, newDeviceToken: buyer.newDeviceToken }
}
