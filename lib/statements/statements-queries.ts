import { readSql } from '../../db/statement.ts'
import type { Currency } from '../money/money.ts'
import type { ColumnMapping } from './read-csv-statement.ts'
import type { KeptLine, OurCharge, StatementHead, SuspendedLine } from './statement-types.ts'

const heads = `select s.id, s.account_id as accountId, a.label, s.month, s.file_name as fileName, s.currency,
  s.imported_at as importedAt, (select count(*) from statement_lines l where l.statement_id = s.id) as lines
  from statements s join provider_accounts a on a.id = s.account_id`
const allHeads = readSql<StatementHead>(`${heads} order by s.imported_at desc limit 200`)
const headById = readSql<StatementHead>(`${heads} where s.id = ?`)
const linesOf = readSql<KeptLine>(`select l.id, l.line_number as lineNumber, l.kind, l.reference,
  l.occurred_at as occurredAt, l.gross_minor as grossMinor, l.commission_minor as commissionMinor,
  l.net_minor as netMinor, l.charge_id as chargeId, l.variance, l.explanation
  from statement_lines l where l.statement_id = ? order by l.line_number`)
const refundedThere = `coalesce((select sum(r.amount_minor) from refund_attempts r
  where r.purchase_id = c.purchase_id and r.charge_id = c.id and r.state = 'done'), 0)`
const chargeColumns = `c.id, c.purchase_id as purchaseId, c.provider_reference as reference, c.correlator,
  c.paid_minor as paidMinor, coalesce(c.commission_minor, 0) as commissionMinor,
  c.reversed_minor + ${refundedThere} as takenBackMinor,
  strftime('%Y-%m', c.updated_at / 1000, 'unixepoch') as month, c.updated_at as paidAt
  from charges c`
const ofMonth = readSql<OurCharge>(
  `select ${chargeColumns} where c.account_id = ? and c.state = 'paid' and c.updated_at >= ? and c.updated_at < ?`,
)
const byReference = readSql<OurCharge>(`select ${chargeColumns} where c.account_id = ? and c.provider_reference = ?`)
const byCorrelator = readSql<OurCharge>(`select ${chargeColumns} where c.account_id = ? and c.correlator = ?`)
const mappingOf = readSql<{ mapping: string }>('select mapping from column_mappings where account_id = ?')
const closingRows = readSql<Closing>(`select c.id, c.account_id as accountId, a.label, c.month, c.totals,
  c.closed_at as closedAt, c.closed_by as closedBy, c.reopened_at as reopenedAt, c.reopen_reason as reopenReason
  from month_closings c join provider_accounts a on a.id = c.account_id order by c.closed_at desc limit 200`)
const openClosing = readSql<{ id: string }>(
  'select id from month_closings where account_id = ? and month = ? and reopened_at is null',
)
const lastClosing = readSql<{ feesMinor: number | null; suspended: string | null }>(`select
  json_extract(totals, '$.feesMinor') as feesMinor, json_extract(totals, '$.suspended') as suspended from month_closings where account_id = ? and month = ? order by closed_at desc, rowid desc limit 1`)
const payoutMonth = "strftime('%Y-%m', c.payout_due_at / 1000, 'unixepoch')"
// What was given back is summed by itself: looked up for each charge, every sum would cost as many reads as there are sales.
export const payoutsDueSql = `
  with due as materialized (
    select c.account_id, ${payoutMonth} as month,
      sum(c.payout_minor - (c.reversed_minor - c.commission_minor * c.reversed_minor / c.paid_minor)) as minor
    from provider_accounts a cross join charges c on c.account_id = a.id
    where a.rail not in ('wallet', 'voucher') and c.state = 'paid' and c.payout_due_at is not null group by 1, 2),
  back as materialized (
    select c.account_id, ${payoutMonth} as month, sum(r.amount_minor) as minor
    from refund_attempts r join charges c on c.id = r.charge_id where r.state = 'done' group by 1, 2)
  select a.id as accountId, a.label, a.currency, due.month, due.minor - coalesce(back.minor, 0) as dueMinor,
    coalesce((select sum(y.amount_minor) from payouts y where y.account_id = a.id and y.month = due.month), 0)
      as receivedMinor
  from due join provider_accounts a on a.id = due.account_id
  left join back on back.account_id = due.account_id and back.month = due.month
  order by due.month desc, a.position limit 200`
const dueRows = readSql<PayoutRow>(payoutsDueSql)
const noted = `select y.id, y.account_id as accountId, a.label, y.month, y.amount_minor as amountMinor, y.currency,
  y.bank_reference as bankReference, y.received_at as receivedAt, o.reason as takenBackBecause
  from payouts y join provider_accounts a on a.id = y.account_id left join payouts o on o.corrects_id = y.id
  where y.corrects_id is null`
const notedPayouts = readSql<NotedPayout>(`${noted} order by y.recorded_at desc, y.rowid desc limit 50`)
const payoutById = readSql<NotedPayout>(`${noted} and y.id = ?`)
const suspenseRows = readSql<SuspenseItem>(`
  select t.id, t.source_id as sourceId, t.at, e.currency, -e.amount_minor as amountMinor
  from ledger_transactions t join ledger_entries e on e.transaction_id = t.id and e.account = 'suspense:unmatched'
  where t.kind = 'suspense' and not exists (
    select 1 from ledger_transactions r where r.kind = 'suspense_release' and r.source_id = cast(t.id as text))
  order by t.at, t.id`)

type Suspended = Readonly<{ id: number; releasedTo: string | null }>
const suspendedBy = readSql<Suspended>(`select t.id, (select e.account from ledger_transactions r
    join ledger_entries e on e.transaction_id = r.id and e.account <> 'suspense:unmatched'
    where r.kind = 'suspense_release' and r.source_id = cast(t.id as text)) as releasedTo
  from ledger_transactions t where t.kind = 'suspense' and t.source_id = ?`)

export type Closing = Readonly<{
  id: string
  accountId: string
  label: string
  month: string
  totals: string
  closedAt: number
  closedBy: string
  reopenedAt: number | null
  reopenReason: string | null
}>
export type PayoutRow = Readonly<{
  accountId: string
  label: string
  currency: Currency
  month: string
  dueMinor: number
  receivedMinor: number
}>
/** A payout as it was noted, and why it was taken back if it was. */
export type NotedPayout = Readonly<{
  id: string
  accountId: string
  label: string
  month: string
  amountMinor: number
  currency: Currency
  bankReference: string
  receivedAt: number
  takenBackBecause: string | null
}>
/** Money that came and matched nothing, still waiting for a person. */
export type SuspenseItem = Readonly<{
  id: number
  sourceId: string
  at: number
  currency: Currency
  amountMinor: number
}>

export const listStatements = (): readonly StatementHead[] => allHeads.all()
export const findStatement = (id: string): StatementHead | undefined => headById.get(id)
export const listStatementLines = (id: string): readonly KeptLine[] => linesOf.all(id)
export const listClosings = (): readonly Closing[] => closingRows.all()
export const findOpenClosing = (accountId: string, month: string) => openClosing.get(accountId, month)
/** Fees that closings of the month have booked so far: each brings them to what its own statement says. */
export const bookedFees = (accountId: string, month: string): number =>
  lastClosing.get(accountId, month)?.feesMinor ?? 0
/** Lines in suspense, or released from it, that closings of the month have booked so far. */
export function listSuspendedLines(accountId: string, month: string): readonly SuspendedLine[] {
  return JSON.parse(lastClosing.get(accountId, month)?.suspended ?? '[]')
}
/** A transaction that put money in suspense, and the account it was released to since. */
export const findSuspended = (sourceId: string): Suspended | undefined => suspendedBy.get(sourceId)
/** What each account should pay out for each month, less its part of what was taken or given back, and what it did. */
export const listPayoutsDue = (): readonly PayoutRow[] => dueRows.all()
export const listNotedPayouts = (): readonly NotedPayout[] => notedPayouts.all()
export const findPayout = (id: string): NotedPayout | undefined => payoutById.get(id)
export const listSuspense = (): readonly SuspenseItem[] => suspenseRows.all()

export function findMapping(accountId: string): ColumnMapping | undefined {
  const row = mappingOf.get(accountId)
  return row && JSON.parse(row.mapping)
}

/** Our charge that a reference names, the provider's or our own. */
export function findNamedCharge(accountId: string, reference: string): OurCharge | undefined {
  return byReference.get(accountId, reference) ?? byCorrelator.get(accountId, reference)
}

/** Our charges paid in a month, `2026-11` in UTC. */
export function listChargesOfMonth(accountId: string, month: string): readonly OurCharge[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return ofMonth.all(accountId, Date.UTC(year, number - 1, 1), Date.UTC(year, number, 1))
}
