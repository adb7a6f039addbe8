import type { CheckoutContext } from '../checkout/checkout-context.ts'
import type { RecoverInput } from '../checkout/checkout-input.ts'
import { type Recovered, recoverAccess } from '../checkout/recover-access.ts'
import { deviceHashOf } from '../payers/payers.ts'
import { findPurchase } from '../purchases/purchases-queries.ts'
import { joinGuest } from './join-guest.ts'

/**
 * Opens what was bought elsewhere by the code of a receipt; for somebody signed in it joins her account.
 *
 * @throws DomainError as `recoverAccess` does.
 */
export async function recoverForMember(input: RecoverInput, context: CheckoutContext): Promise<Recovered> {
  const recovered = await recoverAccess(input, context)
  const { memberId, deviceHash } = context.actor
  const payerId = findPurchase(recovered.purchaseId)?.payerId
  if (memberId !== undefined && payerId !== undefined) {
    const device = recovered.newDeviceToken === undefined ? deviceHash : deviceHashOf(recovered.newDeviceToken)
    await joinGuest({ memberId, deviceHash: device, recoveredPayerId: payerId, now: context.now })
  }
  return recovered
}
