import type { Step } from '../../db/commit.ts'
import { countAdUnlock } from '../ads/ad-days-store.ts'
import { invariant } from '../errors/invariant.ts'
import { newId } from '../ids/ids.ts'
import { accounts, type Entry, type LedgerKind, withoutZeros } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { type Money, money, splitGross, splitVat } from '../money/money.ts'
import type { SettlementNote } from '../money/rails.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import { type Charge, nextCheckAfter, type Purchase } from '../purchases/purchases.ts'
import { addPaidToPurchase, claimPurchase, growCharge, issueReceipt, payCharge } from '../purchases/purchases-store.ts'
import { incomingEntries, type SettlementPlan, saleEntries } from '../purchases/settlement.ts'
import { grantUnlock } from '../reveals/reveals-store.ts'
import { day } from '../time/time.ts'
import { walletIdOf } from '../wallet/wallet.ts'
import { creditWallet, debitWallet, insertWallet } from '../wallet/wallet-store.ts'
import { grantService, isAdService } from './ad-services.ts'

/** A payment that is believed, and what it pays for. */
export type Payment = Readonly<{
  purchase: Purchase
  charge: Charge
  account: ProviderAccount
  paid: Money
  reference: string | undefined
  payoutMinor: number | undefined
  aliasHash: string | undefined
  now: number
}>

/** Everything a payment changes, as one list: the purchase, the charge, the books, and what was bought. */
export function settlementSteps(payment: Payment, plan: Exclude<SettlementPlan, { kind: 'suspense' }>): Step[] {
  switch (plan.kind) {
    case 'grant':
      return grantSteps(payment, plan)
    case 'top_up':
      return topUpSteps(payment, plan.note)
    case 'credit':
      return creditSteps(payment, plan.note)
  }
}

function grantSteps(payment: Payment, plan: Extract<SettlementPlan, { kind: 'grant' }>): Step[] {
  const { purchase, charge, now } = payment
  const price = money(purchase.priceMinor, purchase.currency)
  const surplus = plan.surplus.minor
  const walletId = walletIdOf(purchase.payerId, purchase.currency)
  return [
    claimPurchase({ ...claimOf(payment), note: plan.note }),
    ...collectSteps(payment, plan.note, splitVat(price, purchase.vatBp).vat.minor),
    ...(surplus > 0 ? walletCredit(payment, surplus) : []),
    ...post(payment, charge.rail === 'wallet' ? 'wallet_spend' : 'settlement', {
      entries: [
        ...incoming(payment),
        ...saleEntries(purchase, price),
        ...withoutZeros([{ account: accounts.wallet(walletId), amountMinor: -surplus }]),
      ],
    }),
    ...given(payment),
    issueReceipt(purchase.id, now),
  ]
}

/** What the money bought. */
function given({ purchase, now }: Payment): readonly Step[] {
  if (isAdService(purchase.kind)) return grantService(purchase, now)
  const { id: purchaseId, payerId, adId } = purchase
  invariant(adId !== null, 'a purchase of a contact names its ad')
  return [grantUnlock({ unlockId: newId(), payerId, adId, purchaseId, now }), countAdUnlock(adId, now)]
}

function topUpSteps(payment: Payment, note: 'late' | undefined): Step[] {
  const { purchase, paid, now } = payment
  return [
    claimPurchase({ ...claimOf(payment), note }),
    ...collectSteps(payment, note, 0),
    ...walletCredit(payment, paid.minor),
    ...post(payment, 'top_up', { entries: [...incoming(payment), walletSide(payment)] }),
    issueReceipt(purchase.id, now),
  ]
}

function creditSteps(payment: Payment, note: SettlementNote): Step[] {
  return [
    addPaidToPurchase(payment.purchase.id, payment.paid.minor, note),
    ...collectSteps(payment, note, 0),
    ...walletCredit(payment, payment.paid.minor),
    ...post(payment, 'surplus', { entries: [...incoming(payment), walletSide(payment)] }),
  ]
}

/**
 * What a grown payment changes, where `payment.paid` is its new total: only what was added is booked, and becomes
 * balance. Its commission is that of the whole less that of what was booked before, so that a fixed part counts once.
 * Another growth at the same moment conflicts with `state_changed`.
 */
export function growthSteps(payment: Payment): Step[] {
  const { purchase, charge, account, paid: total, payoutMinor: statedMinor } = payment
  const added = money(total.minor - charge.paidMinor, total.currency)
  const expectedOf = (gross: Money) => splitGross(gross, account.terms).payout.minor
  const expectedMinor = expectedOf(total) - expectedOf(money(charge.paidMinor, total.currency))
  const bookedMinor = charge.paidMinor - (charge.commissionMinor ?? 0)
  const payoutMinor = statedMinor === undefined ? expectedMinor : statedMinor - bookedMinor
  const more = { ...payment, paid: added, payoutMinor }
  return [
    growCharge(charge, {
      addedMinor: added.minor,
      payoutMinor,
      estimatedCommissionMinor: added.minor - expectedMinor,
    }),
    addPaidToPurchase(purchase.id, added.minor, 'over'),
    ...walletCredit(more, added.minor),
    ...post(more, 'surplus', {
      entries: [...incoming(more), walletSide(more)],
      sourceId: `${charge.id}:${total.minor}`,
    }),
  ]
}

function claimOf({ purchase, charge, paid, now }: Payment) {
  return { id: purchase.id, chargeId: charge.id, paidMinor: paid.minor, vatBp: purchase.vatBp, now }
}

/** @param vatMinor The tax in it that we owe; none on money that only becomes balance. */
function collectSteps(payment: Payment, note: SettlementNote | undefined, vatMinor: number): Step[] {
  const { charge, account, paid, now } = payment
  const estimate = splitGross(paid, account.terms)
  const payoutMinor = payment.payoutMinor ?? estimate.payout.minor
  const collected = payCharge({
    id: charge.id,
    paidMinor: paid.minor,
    reference: payment.reference,
    commissionMinor: paid.minor - payoutMinor,
    estimatedCommissionMinor: estimate.commission.minor,
    vatMinor,
    payoutMinor,
    isPayoutEstimate: payment.payoutMinor === undefined,
    payoutDueAt: now + account.payoutDelayDays * day,
    note,
    aliasHash: payment.aliasHash,
    // The rest may still come under the same reference, and the message of it may be lost.
    nextCheckAt: note === 'partial' ? nextCheckAfter(0, now) : null,
    now,
  })
  const wallet = charge.rail === 'wallet' ? [debitWallet(spentWallet(payment), paid.minor)] : []
  return [collected, ...wallet]
}

/** Which balance a wallet charge spends: a browser may hold several, so the charge names it. */
function spentWallet(payment: Payment): string {
  const { providerReference } = payment.charge
  invariant(providerReference, 'a wallet charge names the wallet it spends')
  return providerReference.split('/')[0] ?? providerReference
}

function incoming(payment: Payment): Entry[] {
  const { charge, account, paid } = payment
  if (charge.rail === 'wallet') return [{ account: accounts.wallet(spentWallet(payment)), amountMinor: paid.minor }]
  if (payment.payoutMinor === undefined) return incomingEntries(account.id, paid, account.terms)
  return withoutZeros([
    { account: accounts.receivable(account.id), amountMinor: payment.payoutMinor },
    { account: accounts.commission(account.id), amountMinor: paid.minor - payment.payoutMinor },
  ])
}

function walletSide(payment: Payment): Entry {
  const { purchase, paid } = payment
  return { account: accounts.wallet(walletIdOf(purchase.payerId, paid.currency)), amountMinor: -paid.minor }
}

function walletCredit(payment: Payment, amountMinor: number): Step[] {
  const { purchase, paid, now } = payment
  const id = walletIdOf(purchase.payerId, paid.currency)
  return [
    insertWallet({ id, payerId: purchase.payerId, currency: paid.currency, balanceMinor: 0, createdAt: now }),
    creditWallet(id, amountMinor),
  ]
}

type Posting = Readonly<{ entries: readonly Entry[]; sourceId?: string }>

function post(payment: Payment, kind: LedgerKind, { entries, sourceId }: Posting): Step[] {
  const { purchase, charge, paid, now } = payment
  return postTransaction({
    kind,
    sourceId: sourceId ?? charge.id,
    purchaseId: purchase.id,
    currency: paid.currency,
    at: now,
    entries,
  })
}
