import type { Currency } from '../money/money.ts'
import type { Millis } from '../time/time.ts'

/** One line of a provider's list of what it owes; amounts in minor units, negative where money goes back. */
export type StatementLine = Readonly<{
  kind: 'payment' | 'refund' | 'chargeback' | 'fee'
  /** The provider's reference of the charge, or our correlator where it repeats that. */
  reference: string
  occurredAt: Millis | undefined
  grossMinor: number
  commissionMinor: number
  netMinor: number
  currency: Currency
}>
export type Statement = Readonly<{ lines: readonly StatementLine[] }>

/** A file that is not the provider's statement; the message says what is missing. */
export class StatementUnreadable extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'StatementUnreadable'
  }
}
