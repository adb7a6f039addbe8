import { commit, type Step } from '../../db/commit.ts'
import { invariant } from '../errors/invariant.ts'
import { accounts, type Entry, withoutZeros } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { money } from '../money/money.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import type { Observation } from '../providers/provider.ts'
import type { Charge, Purchase } from '../purchases/purchases.ts'
import { findCharge, findPurchase } from '../purchases/purchases-queries.ts'
import { reverseCharge } from '../purchases/purchases-store.ts'
import { incomingEntries, reversedEntries, saleEntries } from '../purchases/settlement.ts'
import { revokeUnlock } from '../reveals/reveals-store.ts'
import { walletIdOf } from '../wallet/wallet.ts'
import { listWallets } from '../wallet/wallet-queries.ts'
import { debitWallet } from '../wallet/wallet-store.ts'
import { isAdService, withdrawService } from './ad-services.ts'

type Reversal = Readonly<{
  account: ProviderAccount
  charge: Charge
  observation: Observation
  inbox: (outcome: string, chargeId: string | null) => Step[]
}>

/**
 * The provider took money back after it was paid (chargeback, telecom claw-back). The total may grow; each growth is
 * posted once. A sale is undone and its unlock ends; money that had gone to the balance is taken from what is left of
 * it, and what is missing, or was already refunded, is the operator's loss, in the books as such.
 */
export async function reverseSettlement({
  account,
  charge: seen,
  observation,
  inbox,
}: Reversal): Promise<{ outcome: 'reversed' | 'ignored' }> {
  const charge = findCharge(seen.id)
  invariant(charge, 'a charge is never deleted')
  const purchase = findPurchase(charge.purchaseId)
  invariant(purchase, 'a purchase is never deleted')
  const totalMinor = Math.min(observation.reversedMinor ?? 0, charge.paidMinor)
  const taken = totalMinor - charge.reversedMinor
  const room = purchase.paidMinor - purchase.refundedMinor - purchase.reversedMinor
  if (taken <= 0) {
    await commit(inbox('ignored', charge.id))
    return { outcome: 'ignored' }
  }
  const isSale = purchase.kind !== 'top_up' && purchase.settledChargeId === charge.id
  const undoable = Math.max(0, Math.min(taken, room))
  const undone = isSale ? undoSale(purchase, undoable, observation.at) : takeFromWallet(purchase, undoable)
  const lost = withoutZeros([{ account: accounts.clawbacks, amountMinor: taken - undoable }])
  const back = reversedEntries(incomingEntries(account.id, money(taken, charge.currency), account.terms))
  await commit([
    ...inbox('reversed', charge.id),
    ...reverseCharge({ charge, totalMinor, fromPurchaseMinor: undoable, now: observation.at }),
    ...undone.steps,
    ...postTransaction({
      kind: 'clawback',
      sourceId: `${charge.id}:${totalMinor}`,
      purchaseId: purchase.id,
      currency: charge.currency,
      at: observation.at,
      entries: [...back, ...undone.entries, ...lost],
    }),
  ])
  return { outcome: 'reversed' }
}

type Undone = Readonly<{ steps: readonly Step[]; entries: readonly Entry[] }>

function undoSale(purchase: Purchase, takenMinor: number, now: number): Undone {
  return {
    steps: isAdService(purchase.kind) ? withdrawService(purchase, now) : [revokeUnlock(purchase.id, now)],
    entries: reversedEntries(saleEntries(purchase, money(takenMinor, purchase.currency))),
  }
}

function takeFromWallet(purchase: Purchase, takenMinor: number): Undone {
  const walletId = walletIdOf(purchase.payerId, purchase.currency)
  const balance = listWallets([purchase.payerId]).find((wallet) => wallet.id === walletId)?.balanceMinor ?? 0
  const fromWallet = Math.min(balance, takenMinor)
  return {
    steps: fromWallet > 0 ? [debitWallet(walletId, fromWallet)] : [],
    entries: withoutZeros([
      { account: accounts.wallet(walletId), amountMinor: fromWallet },
      { account: accounts.clawbacks, amountMinor: takenMinor - fromWallet },
    ]),
  }
}
