import type { CheckoutContext } from '../checkout/checkout-context.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { PrepareWithdrawalInput } from './claims-input.ts'
import { identifyPurchase } from './identify-purchase.ts'
import { writeDraft } from './withdrawal-draft.ts'
import { findWithdrawalOfPurchase } from './withdrawals-queries.ts'

export type PreparedWithdrawal = Readonly<{ kind: 'draft'; draft: string } | { kind: 'known'; ref: string }>

/**
 * The first of the two steps of a withdrawal: finds the contract. Nothing is kept yet.
 *
 * @returns `known` for a contract already withdrawn from, which has its answer.
 * @throws DomainError not_found or code_refused for a purchase that is not theirs; nothing_to_refund for one that was
 *   never concluded; rate_limited.
 */
export async function prepareWithdrawal(
  input: PrepareWithdrawalInput,
  context: CheckoutContext,
): Promise<PreparedWithdrawal> {
  const purchase = await identifyPurchase(input, context)
  if (purchase.state !== 'settled') throw new DomainError('nothing_to_refund')
  const known = findWithdrawalOfPurchase(purchase.id)
  if (known) return { kind: 'known', ref: known.ref }
  const { name, email } = input
  return { kind: 'draft', draft: writeDraft({ purchaseId: purchase.id, name, email: email.trim(), at: context.now }) }
}
