import type { Currency } from '../money/money.ts'

export const variances = ['commission_tier', 'vat', 'late', 'clawback', 'rounding', 'other'] as const
/** Why a provider's line differs from our books. */
export type Variance = (typeof variances)[number]

/** A line of a provider's statement as it was imported. Money going back is negative. */
export type KeptLine = Readonly<{
  id: string
  lineNumber: number
  kind: 'payment' | 'refund' | 'chargeback' | 'fee'
  reference: string
  occurredAt: number | null
  grossMinor: number
  commissionMinor: number
  netMinor: number
  chargeId: string | null
  variance: Variance | null
  explanation: string | null
}>

/** A line that named nothing of ours and was booked in suspense, by which transaction of the ledger. */
export type SuspendedLine = Readonly<{ sourceId: string; reference: string; grossMinor: number; netMinor: number }>

/** What our books hold of a charge, as far as a statement can speak of it. */
export type OurCharge = Readonly<{
  id: string
  purchaseId: string
  reference: string | null
  correlator: string
  paidMinor: number
  commissionMinor: number
  /** What the provider took back or gave back for us; not what went to the payer's balance. */
  takenBackMinor: number
  /** `2026-11`, the month it was paid in. */
  month: string
  paidAt: number
}>

export type StatementHead = Readonly<{
  id: string
  accountId: string
  label: string
  month: string
  fileName: string
  currency: Currency
  importedAt: number
  lines: number
}>
