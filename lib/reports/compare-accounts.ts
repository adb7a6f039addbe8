import { type CommissionTerms, type Currency, money, splitGross, splitVat } from '../money/money.ts'
import type { Rail } from '../money/rails.ts'
import { type BillingScope, billingOf } from '../providers/accounts.ts'

/** Settled purchases that are alike in all that decides what they would have left elsewhere; sums in minor units. */
export type SaleGroup = Readonly<{
  accountId: string
  rail: Rail
  country: string
  currency: Currency
  /** Money put on a balance: no tax is owed before it is spent. */
  isTopUp: boolean
  /** What each one cost, and was billed. */
  priceMinor: number
  billedMinor: number
  /** The rate we owe on it where we sell in our own name. */
  vatBp: number
  count: number
  commissionMinor: number
  vatMinor: number
}>

/** An account, real or proposed, that the purchases are laid before. */
export type Candidate = BillingScope & Readonly<{ terms: CommissionTerms; providerOwesVat: boolean }>

export type Outcome = Readonly<{
  count: number
  /** What payers were billed, tax included. */
  grossMinor: number
  commissionMinor: number
  vatMinor: number
  /** Billed above the price because the steps of a ladder do not match; it stays the payer's. */
  surplusMinor: number
  /** What is left of the gross without the other three. */
  netMinor: number
}>

export type Comparison = Readonly<{
  would: Outcome
  /** The same purchases as they went. */
  did: Outcome
  differenceMinor: number
}>

export const nothing: Outcome = {
  count: 0,
  grossMinor: 0,
  commissionMinor: 0,
  vatMinor: 0,
  surplusMinor: 0,
  netMinor: 0,
}

/**
 * What the purchases would have left through an account, beside what the same ones left as they went.
 *
 * Purchases it could not bill, because of their country, currency or price, count on neither side.
 */
export function compareAccount(groups: readonly SaleGroup[], candidate: Candidate): Comparison {
  let would = nothing
  let did = nothing
  for (const group of groups) {
    const outcome = outcomeThrough(group, candidate)
    if (!outcome) continue
    would = add(would, outcome)
    did = add(did, outcomeOf(group))
  }
  return { would, did, differenceMinor: would.netMinor - did.netMinor }
}

/** What purchases left as they went. */
export function outcomeAsSold(groups: readonly SaleGroup[]): Outcome {
  return groups.map(outcomeOf).reduce(add, nothing)
}

/** How many purchases another account of its rail took that this one could have billed. */
export function countDiverted(
  groups: readonly SaleGroup[],
  account: BillingScope & Readonly<{ id: string; rail: Rail }>,
): number {
  return groups
    .filter(({ rail, accountId }) => rail === account.rail && accountId !== account.id)
    .filter((group) => billingOf(account, money(group.priceMinor, group.currency), group.country))
    .reduce((sum, { count }) => sum + count, 0)
}

function outcomeThrough(group: SaleGroup, candidate: Candidate): Outcome | undefined {
  const { priceMinor, currency, country, count } = group
  const price = money(priceMinor, currency)
  const billing = billingOf(candidate, price, country)
  if (!billing) return undefined
  const { commission } = splitGross(billing.billed, candidate.terms)
  const owesNone = group.isTopUp || candidate.providerOwesVat
  const vat = owesNone ? 0 : splitVat(price, group.vatBp).vat.minor
  return withNet({
    count,
    grossMinor: billing.billed.minor * count,
    commissionMinor: commission.minor * count,
    vatMinor: vat * count,
    surplusMinor: (billing.billed.minor - priceMinor) * count,
  })
}

function outcomeOf({ count, billedMinor, priceMinor, commissionMinor, vatMinor }: SaleGroup): Outcome {
  const surplusMinor = Math.max(0, billedMinor - priceMinor) * count
  return withNet({ count, grossMinor: billedMinor * count, commissionMinor, vatMinor, surplusMinor })
}

function withNet(parts: Omit<Outcome, 'netMinor'>): Outcome {
  const { grossMinor, commissionMinor, vatMinor, surplusMinor } = parts
  return { ...parts, netMinor: grossMinor - commissionMinor - vatMinor - surplusMinor }
}

function add(left: Outcome, right: Outcome): Outcome {
  return {
    count: left.count + right.count,
    grossMinor: left.grossMinor + right.grossMinor,
    commissionMinor: left.commissionMinor + right.commissionMinor,
    vatMinor: left.vatMinor + right.vatMinor,
    surplusMinor: left.surplusMinor + right.surplusMinor,
    netMinor: left.netMinor + right.netMinor,
  }
}
