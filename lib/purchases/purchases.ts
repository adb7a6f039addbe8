import { keyedBytes, keyedHash } from '../config/keys.ts'
import { encodeCrockford, isCheckedCode, normaliseCode, withCheckSymbol } from '../ids/crockford.ts'
import type { Currency } from '../money/money.ts'
import type { ChargeState, FailureCode, PurchaseKind, PurchaseState, Rail, SettlementNote } from '../money/rails.ts'
import { minute } from '../time/time.ts'

/** How long a purchase waits for its payer; money that comes later is still honoured. */
export const purchaseLifeMs = 15 * minute

export type Purchase = Readonly<{
  id: string
  kind: PurchaseKind
  payerId: string
  adId: number | null
  walletId: string | null
  locale: string
  country: string
  currency: Currency
  priceMinor: number
  state: PurchaseState
  note: SettlementNote | null
  settledChargeId: string | null
  paidMinor: number
  refundedMinor: number
  reversedMinor: number
  vatBp: number
  createdAt: number
  expiresAt: number
  settledAt: number | null
}>

export type Charge = Readonly<{
  id: string
  purchaseId: string
  accountId: string
  rail: Rail
  state: ChargeState
  correlator: string
  providerReference: string | null
  payerCode: string | null
  opening: unknown
  currency: Currency
  billedMinor: number
  paidMinor: number
  /** What the provider keeps of what was paid; null until it is. */
  commissionMinor: number | null
  reversedMinor: number
  note: SettlementNote | null
  failureCode: FailureCode | null
  /** The kept card it is charged to, where the payer pressed the button of one. */
  instrumentId: string | null
  checks: number
  createdAt: number
  nextCheckAt: number | null
}>

const recoverySymbols = 16

/**
 * The code on a receipt that opens its purchase on another device: 80 bits and a check symbol. Derived from the
 * purchase with a key outside the database, so it can be printed again and a copy of the database does not hold it.
 */
export function recoveryCodeOf(purchaseId: string): string {
  return withCheckSymbol(encodeCrockford(keyedBytes('recovery', `code ${purchaseId}`), recoverySymbols))
}

export function recoveryHashOf(code: string): string {
  return keyedHash('recovery', `hash ${code}`)
}

/** @returns The code as it is hashed, or undefined when its check symbol says that it was mistyped. */
export function readRecoveryCode(typed: string): string | undefined {
  const code = normaliseCode(typed)
  return isCheckedCode(code, recoverySymbols + 1) ? code : undefined
}

/** A telephone number or an operator's alias for one, as it is kept: keyed, never the number. */
export function aliasHashOf(alias: string): string {
  return keyedHash('aliases', alias.replace(/^\+/, ''))
}

const finalStates: readonly ChargeState[] = ['paid', 'failed', 'expired', 'cancelled']

export function isFinal(state: ChargeState): boolean {
  return finalStates.includes(state)
}

const checkDelaysMs = [1, 5, 15, 60].map((minutes) => minutes * minute)
const dailyChecks = 3

/** When to ask the provider next: after 1, 5, 15 and 60 minutes, then daily for three days; null when that is over. */
export function nextCheckAfter(checks: number, now: number): number | null {
  const delay = checkDelaysMs[checks]
  if (delay !== undefined) return now + delay
  return checks < checkDelaysMs.length + dailyChecks ? now + 24 * 60 * minute : null
}
