import type { Step } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { money } from '../money/money.ts'
import { accountContext } from '../providers/accounts.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import { providerOf } from '../providers/registry.ts'
import type { Charge, Purchase } from '../purchases/purchases.ts'
import { countRefunds, findCharge } from '../purchases/purchases-queries.ts'
import { insertRefund } from '../purchases/purchases-store.ts'
import { reversedEntries, saleEntries } from '../purchases/settlement.ts'
import { walletIdOf } from '../wallet/wallet.ts'
import { creditWallet, insertWallet } from '../wallet/wallet-store.ts'
import { firstRefundTry } from './claims.ts'
import { closeClaimsOfPurchase, insertRefundAttempt } from './claims-store.ts'

export type RefundWanted = Readonly<{ amountMinor: number; reason: string; actor: string; now: number }>

/**
 * What of the price of a contact may still go back; 0 for what was never sold or is no sale of a contact. Only what was
 * taken back of the payment that bought it counts: a second payment was never part of the price.
 */
export function refundableMinor(purchase: Purchase): number {
  if (purchase.state !== 'settled' || purchase.kind !== 'reveal' || purchase.settledChargeId === null) return 0
  const takenBack = findCharge(purchase.settledChargeId)?.reversedMinor ?? 0
  return Math.max(0, purchase.priceMinor - purchase.refundedMinor - takenBack)
}

/** @throws DomainError invalid_input for more than what is left of the price. */
export function requireRefundable(purchase: Purchase, amountMinor: number): void {
  const left = refundableMinor(purchase)
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0 || amountMinor > left)
    throw new DomainError('invalid_input', { fields: [{ field: 'amount', code: 'out_of_range' }] })
}

/** Gives the price of a contact back to the payer's balance, out of income and its tax. */
export function walletRefundSteps(purchase: Purchase, { amountMinor, reason, actor, now }: RefundWanted): Step[] {
  const { id: purchaseId, currency, payerId } = purchase
  const id = newId()
  const walletId = walletIdOf(payerId, currency)
  const sequence = countRefunds(purchaseId) + 1
  return [
    ...insertRefund(
      { id, purchaseId, sequence, amountMinor, destination: 'wallet', reason, at: now },
      purchase.refundedMinor,
    ),
    insertWallet({ id: walletId, payerId, currency, balanceMinor: 0, createdAt: now }),
    creditWallet(walletId, amountMinor),
    ...postTransaction({
      kind: 'refund',
      sourceId: id,
      purchaseId,
      currency,
      at: now,
      entries: [
        ...reversedEntries(saleEntries(purchase, money(amountMinor, currency))),
        { account: accounts.wallet(walletId), amountMinor: -amountMinor },
      ],
    }),
    ...(amountMinor === refundableMinor(purchase) ? [closeClaimsOfPurchase(purchaseId, actor, now)] : []),
    auditOf(purchase, { amountMinor, reason, actor, now }, 'purchase_refunded'),
  ]
}

/** Keeps that the provider is to give money back. Ask it with `askForRefund` after the commit. */
export function providerRefundSteps(
  purchase: Purchase,
  wanted: RefundWanted & Readonly<{ attemptId: string; charge: Charge; source: 'sale' | 'balance' }>,
): Step[] {
  const { amountMinor, reason, actor, now, attemptId, charge, source } = wanted
  return [
    ...insertRefundAttempt(
      {
        id: attemptId,
        purchaseId: purchase.id,
        chargeId: charge.id,
        amountMinor,
        source,
        reason,
        actor,
        state: 'asking',
        providerReference: null,
        tries: 0,
        nextTryAt: firstRefundTry(now),
        createdAt: now,
        decidedAt: null,
      },
      purchase.refundedMinor,
    ),
    auditOf(purchase, wanted, 'purchase_refund_asked'),
  ]
}

function auditOf(purchase: Purchase, wanted: RefundWanted, action: string): Step {
  const { amountMinor, reason, actor, now } = wanted
  return recordAudit({ actor, action, subject: `purchase:${purchase.id}`, detail: { amountMinor, reason } }, now)
}

/** The charge whose provider can give the money of a purchase back; undefined where only the balance can. */
export function refundableCharge(purchase: Purchase): Charge | undefined {
  const charge = purchase.settledChargeId === null ? undefined : findCharge(purchase.settledChargeId)
  if (!charge || charge.rail === 'wallet' || charge.rail === 'voucher' || charge.providerReference === null)
    return undefined
  const account = findAccount(charge.accountId)
  return account && providerOf(account.kind).refundCharge ? charge : undefined
}

/** How the provider of a charge is asked for a refund. */
export function refundPort(charge: Charge) {
  const account = findAccount(charge.accountId)
  const refundCharge = account && providerOf(account.kind).refundCharge
  return account && refundCharge ? { account: accountContext(account), refundCharge } : undefined
}
