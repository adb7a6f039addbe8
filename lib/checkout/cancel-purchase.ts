import { commit } from '../../db/commit.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { accountContext } from '../providers/accounts.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import { recordCalls } from '../providers/record-calls.ts'
import { providerOf } from '../providers/registry.ts'
import { type Charge, isFinal } from '../purchases/purchases.ts'
import { findPurchase, listCharges } from '../purchases/purchases-queries.ts'
import { cancelPurchase as cancelStep } from '../purchases/purchases-store.ts'
import { applyObservation } from './apply-observation.ts'
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
  for (const charge of listCharges(purchase.id)) if (!isFinal(charge.state)) await closeAtProvider(charge, context.now)
  return { purchaseId: purchase.id }
}

/** Asks the provider to close what is open, as a courtesy: one that cannot be reached is asked again by the sweeper. */
async function closeAtProvider(charge: Charge, now: number): Promise<void> {
  const account = findAccount(charge.accountId)
  const cancelCharge = account && providerOf(account.kind).cancelCharge
  if (!account || !cancelCharge || charge.providerReference === null) return
  const { providerReference: reference, correlator } = charge
  try {
    const request = { account: accountContext(account), reference, correlator, now }
    const about = { accountId: account.id, chargeId: charge.id, now }
    const observation = await recordCalls(about, () => cancelCharge(request))
    const message = {
      method: 'ASK',
      url: `charge:${charge.id}/cancel`,
      headers: {},
      body: new Uint8Array(),
      receivedAt: now,
    }
    await applyObservation(account, observation, message)
  } catch {
    // Whatever became of it there, money that still comes is honoured.
  }
}
