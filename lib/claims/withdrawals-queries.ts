import { readSql } from '../../db/statement.ts'
import type { Currency } from '../money/money.ts'
import type { PurchaseKind } from '../money/rails.ts'
import type { WithdrawalOutcome } from './withdrawals.ts'

export type Withdrawal = Readonly<{
  id: string
  ref: string
  purchaseId: string
  name: string
  email: string
  locale: string
  statement: string
  outcome: WithdrawalOutcome
  answer: string
  confirmedAt: number
}>

const columns = `w.id, w.ref, w.purchase_id as purchaseId, w.name, w.email, w.locale, w.statement, w.outcome, w.answer,
  w.confirmed_at as confirmedAt`
const byRef = readSql<Withdrawal>(`select ${columns} from withdrawals w where w.ref = ?`)
const byPurchase = readSql<Withdrawal>(`select ${columns} from withdrawals w where w.purchase_id = ?`)

export const findWithdrawal = (ref: string): Withdrawal | undefined => byRef.get(ref)
export const findWithdrawalOfPurchase = (purchaseId: string): Withdrawal | undefined => byPurchase.get(purchaseId)

export type WithdrawalLine = Withdrawal &
  Readonly<{
    kind: PurchaseKind
    currency: Currency
    paidMinor: number
    refundedMinor: number
    receiptNumber: number | null
    /** How the provider's refund stands, where one was asked. */
    attempt: 'asking' | 'done' | 'refused' | null
  }>
const register = readSql<WithdrawalLine>(`select ${columns}, p.kind, p.currency, p.paid_minor as paidMinor,
    p.refunded_minor as refundedMinor, r.number as receiptNumber,
    (select a.state from refund_attempts a where a.purchase_id = p.id order by a.created_at desc limit 1) as attempt
  from withdrawals w join purchases p on p.id = w.purchase_id left join receipts r on r.purchase_id = p.id
  where (:outcome is null or w.outcome = :outcome) order by w.confirmed_at desc, w.id desc limit :limit offset :offset`)
const counted = readSql<{ count: number }>(
  'select count(*) as count from withdrawals where (:outcome is null or outcome = :outcome)',
)

/** The register of withdrawals, newest first. */
export function listWithdrawals(
  filter: Readonly<{ outcome: WithdrawalOutcome | undefined; limit: number; offset: number }>,
): readonly WithdrawalLine[] {
  return register.all({ ...filter, outcome: filter.outcome ?? null })
}

export function countWithdrawals(outcome: WithdrawalOutcome | undefined): number {
  return counted.get({ outcome: outcome ?? null })?.count ?? 0
}

const waiver = readSql<{ isWaived: number }>(
  'select count(*) as isWaived from consent_receipts where purchase_id = ? and waiver_text is not null',
)
/** Whether the payer asked for immediate access and gave up the right to withdraw. */
export const hasWaived = (purchaseId: string): boolean => (waiver.get(purchaseId)?.isWaived ?? 0) > 0
