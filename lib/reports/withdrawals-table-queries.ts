import { type WithdrawalOutcome, withdrawalOutcomes } from '../claims/withdrawals.ts'
import type { Currency } from '../money/money.ts'
import type { Millis } from '../time/time.ts'
import type { TableSource } from './table-query.ts'

export type WithdrawalRow = Readonly<{
  ref: string
  purchaseId: string
  name: string
  email: string
  statement: string
  outcome: WithdrawalOutcome
  answer: string
  confirmedAt: Millis
  currency: Currency
  paidMinor: number
  refundedMinor: number
  receiptNumber: number | null
}>

/** The register of withdrawals. */
export const withdrawalsTable: TableSource = {
  name: 'withdrawals',
  path: '/admin/withdrawals',
  columns: `w.ref, w.purchase_id as purchaseId, w.name, w.email, w.statement, w.outcome, w.answer,
    w.confirmed_at as confirmedAt, p.currency, p.paid_minor as paidMinor, p.refunded_minor as refundedMinor,
    r.number as receiptNumber`,
  from: 'from withdrawals w join purchases p on p.id = w.purchase_id left join receipts r on r.purchase_id = p.id',
  key: 'w.id',
  filters: { outcome: { kind: 'choice', where: 'w.outcome = @outcome', options: withdrawalOutcomes } },
  sorts: { when: 'w.confirmed_at' },
  sort: '-when',
}
