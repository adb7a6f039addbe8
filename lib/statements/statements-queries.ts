import { readSql } from '../../db/statement.ts'
import type { Currency } from '../money/money.ts'
import type { ColumnMapping } from './read-csv-statement.ts'
import type { KeptLine, OurCharge, StatementHead } from './statement-types.ts'

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
const lastClosing = readSql<{ feesMinor: number | null }>(`select json_extract(totals, '$.feesMinor') as feesMinor
  from month_closings where account_id = ? and month = ? order by closed_at desc, rowid desc limit 1`)
const dueRows = readSql<PayoutRow>(`
  select a.id as accountId, a.label, a.currency, strftime('%Y-%m', c.payout_due_at / 1000, 'unixepoch') as month,
    sum(c.payout_minor - (c.reversed_minor - c.commission_minor * c.reversed_minor / c.paid_minor)
      - ${refundedThere}) as dueMinor,
    coalesce((select sum(y.amount_minor) from payouts y where y.account_id = a.id
      and y.month = strftime('%Y-%m', c.payout_due_at / 1000, 'unixepoch')), 0) as receivedMinor
  from charges c join provider_accounts a on a.id = c.account_id
  where c.state = 'paid' and c.payout_due_at is not null and a.rail not in ('wallet', 'voucher')
  group by a.id, 4 order by 4 desc, a.position limit 200`)
const suspenseRows = readSql<SuspenseItem>(`
  select t.id, t.source_id as sourceId, t.at, e.currency, -e.amount_minor as amountMinor
  from ledger_transactions t join ledger_entries e on e.transaction_id = t.id and e.account = 'suspense:unmatched'
  where t.kind = 'suspense' and not exists (
    select 1 from ledger_transactions r where r.kind = 'suspense_release' and r.source_id = cast(t.id as text))
  order by t.at`)

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
/** What each account should pay out for each month, less its part of what was taken or given back, and what it did. */
export const listPayoutsDue = (): readonly PayoutRow[] => dueRows.all()
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
