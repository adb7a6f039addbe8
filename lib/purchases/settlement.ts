import { accounts, type Entry, withoutZeros } from '../ledger/ledger.ts'
import { type CommissionTerms, type Money, money, splitGross, splitVat, subtractMoney } from '../money/money.ts'
import type { SettlementNote } from '../money/rails.ts'
import type { Charge, Purchase } from './purchases.ts'

/** What paid money becomes. */
export type SettlementPlan =
  | Readonly<{ kind: 'grant'; note: 'late' | 'over' | undefined; surplus: Money }>
  | Readonly<{ kind: 'top_up'; note: 'late' | undefined }>
  | Readonly<{ kind: 'credit'; note: Exclude<SettlementNote, 'late' | 'over'> }>
  | Readonly<{ kind: 'suspense' }>

export type SettlementFacts = Readonly<{
  purchase: Purchase
  charge: Pick<Charge, 'billedMinor' | 'currency'>
  paid: Money
  /** It was given already: the payer holds a living unlock, or the ad's posting is paid. */
  isUnlocked: boolean
  /** The ad's contact may still be sold, or the ad given what is bought for it. */
  isAdForSale: boolean
}>

/**
 * Decides what a trusted payment becomes. Nothing that was paid is ever dropped: it buys, or it is kept for the payer,
 * or, when its currency is not the one quoted, it waits in suspense for a person.
 */
export function planSettlement(facts: SettlementFacts): SettlementPlan {
  const { purchase, charge, paid } = facts
  if (paid.currency !== charge.currency) return { kind: 'suspense' }
  const isLate = purchase.state === 'expired' || purchase.state === 'cancelled'
  if (purchase.kind === 'top_up') return { kind: 'top_up', note: isLate ? 'late' : undefined }
  if (purchase.state === 'settled' || facts.isUnlocked) return { kind: 'credit', note: 'duplicate' }
  if (!facts.isAdForSale) return { kind: 'credit', note: 'ad_unavailable' }
  if (paid.minor < charge.billedMinor) return { kind: 'credit', note: 'partial' }
  const surplus = subtractMoney(paid, money(purchase.priceMinor, purchase.currency))
  const isOver = paid.minor > charge.billedMinor
  return { kind: 'grant', note: isLate ? 'late' : isOver ? 'over' : undefined, surplus }
}

/** Where the payer's money came in: what the provider owes us, and what it keeps. */
export function incomingEntries(accountId: string, gross: Money, terms: CommissionTerms): Entry[] {
  const { commission, payout } = splitGross(gross, terms)
  return withoutZeros([
    { account: accounts.receivable(accountId), amountMinor: payout.minor },
    { account: accounts.commission(accountId), amountMinor: commission.minor },
  ])
}

/** The sale of a contact or of something for an ad: income without its tax, and the tax. */
export function saleEntries(purchase: Pick<Purchase, 'kind' | 'country' | 'vatBp'>, price: Money): Entry[] {
  const { net, vat } = splitVat(price, purchase.vatBp)
  return withoutZeros([
    { account: accounts.revenue(incomeOf(purchase.kind)), amountMinor: -net.minor },
    { account: accounts.vat(purchase.country, purchase.vatBp), amountMinor: -vat.minor },
  ])
}

function incomeOf(kind: Purchase['kind']): 'reveals' | 'posts' | 'boosts' {
  if (kind === 'reveal' || kind === 'top_up') return 'reveals'
  return kind === 'post' ? 'posts' : 'boosts'
}

export function reversedEntries(entries: readonly Entry[]): Entry[] {
  return entries.map(({ account, amountMinor }) => ({ account, amountMinor: -amountMinor }))
}
