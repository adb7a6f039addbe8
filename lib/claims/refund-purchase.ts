import { commit, withRetries } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { money } from '../money/money.ts'
import { countRefunds, findPurchase } from '../purchases/purchases-queries.ts'
import { insertRefund } from '../purchases/purchases-store.ts'
import { reversedEntries, saleEntries } from '../purchases/settlement.ts'
import { walletIdOf } from '../wallet/wallet.ts'
import { creditWallet, insertWallet } from '../wallet/wallet-store.ts'

type Refund = Readonly<{ purchaseId: string; amountMinor: number; reason: string; actor: string; now: number }>

/**
 * Gives the price of a contact back to the payer's balance, whole or in part; the payer keeps what was unlocked.
 *
 * Asked twice at once, one of the two is told that there is nothing left to give back.
 *
 * @throws DomainError not_found for what was never sold; invalid_input for more than what is left of the price.
 */
export function refundPurchase(refund: Refund): Promise<Readonly<{ sequence: number }>> {
  return withRetries(() => refundOnce(refund))
}

async function refundOnce({
  purchaseId,
  amountMinor,
  reason,
  actor,
  now,
}: Refund): Promise<Readonly<{ sequence: number }>> {
  const purchase = findPurchase(purchaseId)
  if (purchase?.state !== 'settled' || purchase.kind !== 'reveal') throw new DomainError('not_found')
  const left = purchase.priceMinor - purchase.refundedMinor - purchase.reversedMinor
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0 || amountMinor > left) {
    throw new DomainError('invalid_input', { fields: [{ field: 'amount', code: 'out_of_range' }] })
  }
  const sequence = countRefunds(purchaseId) + 1
  const id = newId()
  const walletId = walletIdOf(purchase.payerId, purchase.currency)
  await commit([
    ...insertRefund(
      { id, purchaseId, sequence, amountMinor, destination: 'wallet', reason, at: now },
      purchase.refundedMinor,
    ),
    insertWallet({
      id: walletId,
      payerId: purchase.payerId,
      currency: purchase.currency,
      balanceMinor: 0,
      createdAt: now,
    }),
    creditWallet(walletId, amountMinor),
    ...postTransaction({
      kind: 'refund',
      sourceId: id,
      purchaseId,
      currency: purchase.currency,
      at: now,
      entries: [
        ...reversedEntries(saleEntries(purchase, money(amountMinor, purchase.currency))),
        { account: accounts.wallet(walletId), amountMinor: -amountMinor },
      ],
    }),
    recordAudit(
      { actor, action: 'purchase_refunded', subject: `purchase:${purchaseId}`, detail: { amountMinor, reason } },
      now,
    ),
  ])
  return { sequence }
}
