import { commit, type Step } from '../../db/commit.ts'
import { invariant } from '../errors/invariant.ts'
import { accounts, type Entry, withoutZeros } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { money } from '../money/money.ts'
import type { Observation } from '../providers/provider.ts'
import type { Charge, Purchase } from '../purchases/purchases.ts'
import { findCharge, findPurchase } from '../purchases/purchases-queries.ts'
import { reverseCharge } from '../purchases/purchases-store.ts'
import { reversedEntries, saleEntries } from '../purchases/settlement.ts'
import { revokeUnlock } from '../reveals/reveals-store.ts'
import { walletIdOf } from '../wallet/wallet.ts'
import { listWallets } from '../wallet/wallet-queries.ts'
import { debitWallet } from '../wallet/wallet-store.ts'
import { isAdService, withdrawService } from './ad-services.ts'

type Reversal = Readonly<{
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
  if (taken <= 0) {
    await commit(inbox('ignored', charge.id))
    return { outcome: 'ignored' }
  }
  const isSale = purchase.kind !== 'top_up' && purchase.settledChargeId === charge.id
  const { undoneMinor, undone } = isSale
    ? undoSale(purchase, charge, { totalMinor, now: observation.at })
    : undoBalance(purchase, taken)
  await commit([
    ...inbox('reversed', charge.id),
    ...reverseCharge({ charge, totalMinor, fromPurchaseMinor: undoneMinor }),
    ...undone.steps,
    ...postTransaction({
      kind: 'clawback',
      sourceId: `${charge.id}:${totalMinor}`,
      purchaseId: purchase.id,
      currency: charge.currency,
      at: observation.at,
      entries: [...outgoingEntries(charge, totalMinor), ...undone.entries, ...lossEntries(taken - undoneMinor)],
    }),
  ])
  return { outcome: 'reversed' }
}

/**
 * What the provider no longer owes and no longer keeps: the share of what was booked for this very charge, whatever the
 * terms are by now, and as of the whole total, so that parts add up to what was booked.
 */
function outgoingEntries(charge: Charge, totalMinor: number): Entry[] {
  const { accountId, paidMinor, reversedMinor } = charge
  const upTo = (minor: number) => Math.trunc(((charge.commissionMinor ?? 0) * minor) / paidMinor)
  const commission = upTo(totalMinor) - upTo(reversedMinor)
  return withoutZeros([
    { account: accounts.receivable(accountId), amountMinor: commission - (totalMinor - reversedMinor) },
    { account: accounts.commission(accountId), amountMinor: -commission },
  ])
}

const lossEntries = (minor: number) => withoutZeros([{ account: accounts.clawbacks, amountMinor: minor }])

type Undone = Readonly<{ steps: readonly Step[]; entries: readonly Entry[] }>
/** `undoneMinor` is what of the money the purchase still had; the rest was given back to the payer before. */
type Undoing = Readonly<{ undoneMinor: number; undone: Undone }>

/** The price comes out of the sale, as far as it was not refunded, and what was paid above it out of the balance. */
function undoSale(purchase: Purchase, charge: Charge, to: Readonly<{ totalMinor: number; now: number }>): Undoing {
  const { priceMinor, refundedMinor } = purchase
  const before = Math.min(charge.reversedMinor, priceMinor)
  const wanted = Math.min(to.totalMinor, priceMinor) - before
  const fromSale = Math.max(0, Math.min(wanted, priceMinor - refundedMinor - before))
  const surplus = to.totalMinor - charge.reversedMinor - wanted
  const balance = takeFromWallet(purchase, surplus)
  const ended = isAdService(purchase.kind) ? withdrawService(purchase, to.now) : [revokeUnlock(purchase.id, to.now)]
  return {
    undoneMinor: fromSale + surplus,
    undone: {
      steps: [...ended, ...balance.steps],
      entries: [...reversedEntries(saleEntries(purchase, money(fromSale, purchase.currency))), ...balance.entries],
    },
  }
}

function undoBalance(purchase: Purchase, taken: number): Undoing {
  const room = purchase.paidMinor - purchase.refundedMinor - purchase.reversedMinor
  const undoneMinor = Math.max(0, Math.min(taken, room))
  return { undoneMinor, undone: takeFromWallet(purchase, undoneMinor) }
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
