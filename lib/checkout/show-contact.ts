import { commit } from '../../db/commit.ts'
import { findAdForSale } from '../ads/sale-queries.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findShowings, findUnlock } from '../reveals/reveals-queries.ts'
import { recordReveal } from '../reveals/reveals-store.ts'
import { hour } from '../time/time.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { ShowContactInput } from './checkout-input.ts'

/**
 * Records that a contact is shown to the holder of its unlock. The first showing decides what can still be withdrawn
 * from or refunded as never seen, so no page draws a contact before it is recorded; later ones are counted once an hour.
 *
 * @throws DomainError not_found for whoever holds no unlock.
 */
export async function showContact(
  input: ShowContactInput,
  context: CheckoutContext,
): Promise<Readonly<{ ref: string }>> {
  const ad = findAdForSale(input.ref, context.locale)
  const unlock = ad && findUnlock(context.actor.payerIds, ad.id)
  if (!ad || !unlock) throw new DomainError('not_found')
  const shown = findShowings(unlock)
  if (shown && context.now - shown.last < hour) return { ref: ad.ref }
  try {
    await commit([recordReveal({ payerId: unlock.payerId, adId: ad.id, now: context.now })])
  } catch (error) {
    if (!isConflict(error, 'state_changed')) throw error
    throw new DomainError('not_found')
  }
  return { ref: ad.ref }
}
