import type { Step } from '../../db/commit.ts'
import { newId } from '../ids/ids.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import type { Purchase } from '../purchases/purchases.ts'
import { findShowings } from '../reveals/reveals-queries.ts'
import { walletIdOf } from '../wallet/wallet.ts'
import { listWallets } from '../wallet/wallet-queries.ts'
import { debitWallet } from '../wallet/wallet-store.ts'
import { type PlannedRefund, refundWhole } from './claim-refund.ts'
import { findUnlockOfPurchase } from './claims-queries.ts'
import { providerRefundSteps, refundableCharge, refundableMinor } from './refund-steps.ts'
import { decideWithdrawal, type WithdrawalAnswer, type WithdrawalOutcome } from './withdrawals.ts'
import { hasWaived } from './withdrawals-queries.ts'

export type WithdrawalPlan = PlannedRefund &
  Readonly<{ outcome: WithdrawalOutcome; answer: WithdrawalAnswer; amountMinor: number }>

/** What a withdrawal from a purchase comes to now, and the steps that do it. */
export function planWithdrawal(purchase: Purchase, wanted: Readonly<{ reason: string; now: number }>): WithdrawalPlan {
  const { now, reason } = wanted
  const kind = purchase.kind === 'reveal' || purchase.kind === 'top_up' ? purchase.kind : 'other'
  const amountMinor = kind === 'reveal' ? refundableMinor(purchase) : kind === 'top_up' ? unspentMinor(purchase) : 0
  const unlock = findUnlockOfPurchase(purchase.id)
  const decision = decideWithdrawal({
    kind,
    settledAt: purchase.settledAt ?? 0,
    now,
    isWaived: hasWaived(purchase.id),
    wasShown: unlock !== undefined && findShowings(unlock) !== undefined,
    leftMinor: amountMinor,
    wentBack: purchase.refundedMinor + purchase.reversedMinor > 0,
    canProviderRefund: refundableCharge(purchase) !== undefined,
  })
  if (decision.outcome !== 'refunded') return { ...decision, amountMinor, steps: [] }
  const terms = { reason, actor: 'system', now }
  if (kind === 'top_up') return { ...decision, amountMinor, ...refundBalance(purchase, { ...terms, amountMinor }) }
  const destination = decision.answer === 'refunded_provider' ? 'provider' : 'wallet'
  return { ...decision, amountMinor, ...refundWhole(purchase, { ...terms, destination }) }
}

/** What of a top-up is still on the balance it went to. */
function unspentMinor(purchase: Purchase): number {
  const walletId = walletIdOf(purchase.payerId, purchase.currency)
  const balance = listWallets([purchase.payerId]).find(({ id }) => id === walletId)?.balanceMinor ?? 0
  return Math.max(0, Math.min(balance, purchase.paidMinor - purchase.refundedMinor - purchase.reversedMinor))
}

type Balance = Readonly<{ amountMinor: number; reason: string; actor: string; now: number }>

/** Sets the unspent part aside, so that it cannot be spent while the provider is asked to give it back. */
function refundBalance(purchase: Purchase, terms: Balance): PlannedRefund {
  const charge = refundableCharge(purchase)
  if (!charge) return { steps: [] }
  const attemptId = newId()
  const walletId = walletIdOf(purchase.payerId, purchase.currency)
  const { amountMinor, now } = terms
  const steps: Step[] = [
    ...providerRefundSteps(purchase, { ...terms, attemptId, charge, source: 'balance' }),
    debitWallet(walletId, amountMinor),
    ...postTransaction({
      kind: 'refund',
      sourceId: `${attemptId}:held`,
      purchaseId: purchase.id,
      currency: purchase.currency,
      at: now,
      entries: [
        { account: accounts.wallet(walletId), amountMinor },
        { account: accounts.refundsOwed, amountMinor: -amountMinor },
      ],
    }),
  ]
  return { steps, attemptId }
}
