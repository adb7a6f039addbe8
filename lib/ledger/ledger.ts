import { sha256Hex } from '../config/keys.ts'
import { invariant } from '../errors/invariant.ts'
import type { Currency, Money } from '../money/money.ts'

export type LedgerKind =
  | 'settlement'
  | 'top_up'
  | 'wallet_spend'
  | 'wallet_join'
  | 'redemption'
  | 'surplus'
  | 'suspense'
  | 'clawback'
  | 'refund'
  | 'voucher_issue'
  | 'correction'
  | 'voucher_revoke'
  | 'payout'
  | 'variance'
  | 'suspense_release'

/** One side: debits positive, credits negative, in minor units. */
export type Entry = Readonly<{ account: string; amountMinor: number }>

export type LedgerTransaction = Readonly<{
  kind: LedgerKind
  /** What caused it; the same kind and source never post twice. */
  sourceId: string
  purchaseId: string | undefined
  currency: Currency
  at: number
  entries: readonly Entry[]
}>

/** The chart of accounts. Names before the colon say what kind of account it is. */
export const accounts = {
  receivable: (accountId: string) => `provider:${accountId}`,
  commission: (accountId: string) => `commission:${accountId}`,
  revenue: (kind: 'reveals' | 'posts' | 'boosts') => `revenue:${kind}`,
  vat: (country: string, vatBp: number) => `vat:${country}:${vatBp}`,
  wallet: (walletId: string) => `wallet:${walletId}`,
  vouchersOutstanding: (batchId: string) => `vouchers:${batchId}`,
  vouchersSold: 'stock:vouchers',
  suspense: 'suspense:unmatched',
  /** Set aside for payers, until the provider has given it back. */
  refundsOwed: 'payable:refunds',
  clawbacks: 'loss:clawbacks',
  /** Money that providers paid out to us. */
  bank: 'bank:payouts',
  /** Money that came and that nobody claims. */
  otherIncome: 'revenue:other',
} as const

const debitKinds = ['provider', 'commission', 'stock', 'loss', 'bank']

/** What a person calls the balance: accounts that grow by credits (revenue, VAT, wallets) are shown positive. */
export function shownBalance(account: string, summed: Money): Money {
  const kind = account.split(':')[0] ?? ''
  return debitKinds.includes(kind) ? summed : { ...summed, minor: summed.minor === 0 ? 0 : -summed.minor }
}

/** @throws InvariantError when the sides do not sum to zero, are fractions, or a side is zero or alone. */
export function requireBalanced(transaction: LedgerTransaction): void {
  invariant(transaction.entries.length >= 2, 'a transaction has at least two sides')
  let sum = 0
  for (const { amountMinor } of transaction.entries) {
    invariant(Number.isSafeInteger(amountMinor) && amountMinor !== 0, 'a side is a whole amount other than zero')
    sum += amountMinor
  }
  invariant(sum === 0, `a transaction of kind ${transaction.kind} is out of balance by ${sum}`)
}

/** Drops sides of zero, so that callers can write the whole formula: a commission of nothing is no side at all. */
export function withoutZeros(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ amountMinor }) => amountMinor !== 0)
}

export type SealedContent = Readonly<{
  id: number
  kind: string
  sourceId: string
  purchaseId: string | null
  at: number
  entries: readonly Readonly<{ id: number; account: string; amountMinor: number; currency: string }>[]
}>

/** The next link of the chain: SHA-256 over the link before and the transaction with its sides, in fixed order. */
export function sealHash(previous: string, content: SealedContent): string {
  const entries = content.entries.map((entry) => [entry.id, entry.account, entry.amountMinor, entry.currency])
  const canonical = JSON.stringify([
    content.id,
    content.kind,
    content.sourceId,
    content.purchaseId,
    content.at,
    entries,
  ])
  return sha256Hex(`${previous}\n${canonical}`)
}

export const firstSeal = '0'.repeat(64)
