import { parse } from 'csv-parse/sync'
import { type Currency, isCurrency } from '../../../money/money.ts'
import { type Statement, type StatementLine, StatementUnreadable } from '../../provider-statement.ts'

const correlatorColumn = 'payment_metadata[correlator]'
const columns = ['created_utc', 'currency', 'gross', 'fee', 'net', 'reporting_category', 'payment_intent_id'] as const
const needed = [...columns, correlatorColumn]

/** What leaves the balance for our bank is no line of what is owed. */
const payouts: readonly string[] = ['payout', 'payout_reversal']
const kinds: Readonly<Record<string, StatementLine['kind']>> = {
  charge: 'payment',
  refund: 'refund',
  refund_failure: 'refund',
  partial_capture_reversal: 'refund',
  dispute: 'chargeback',
  dispute_reversal: 'chargeback',
}

/**
 * Reads the itemised report "Balance change from activity". Its amounts are in units, with a decimal point. A payment
 * of a Checkout session is known here by our correlator, so the report must be made with that metadata column.
 *
 * Source: Stripe's description of the report `balance_change_from_activity.itemized.3`, grade A.
 * @throws StatementUnreadable naming the column or the line that cannot be read.
 */
export function readStripeStatement(file: Uint8Array): Statement {
  const rows = readRows(file)
  const head = Object.keys(rows[0] ?? {})
  for (const name of needed) if (!head.includes(name)) throw new StatementUnreadable(`there is no column “${name}”`)
  const lines = rows.map((row, at) => ({ row, at: at + 2 })).filter(({ row }) => !payouts.includes(kindOf(row)))
  return { lines: lines.map(({ row, at }) => lineOf(row, at)) }
}

type Row = Readonly<Record<string, string>>
const kindOf = (row: Row): string => row['reporting_category'] ?? ''

function readRows(file: Uint8Array): readonly Row[] {
  try {
    return parse(new TextDecoder('utf-8').decode(file), {
      bom: true,
      columns: true,
      skip_empty_lines: true,
      trim: true,
    })
  } catch {
    throw new StatementUnreadable('the file is not a table of comma-separated values')
  }
}

function lineOf(row: Row, at: number): StatementLine {
  const currency = row['currency']?.toUpperCase()
  if (!isCurrency(currency)) throw new StatementUnreadable(`line ${at} is in a currency that is not kept here`)
  const amount = (name: string) => minorOf(row[name] ?? '', at)
  const reference =
    row[correlatorColumn] || row['payment_intent_id'] || row['source_id'] || row['balance_transaction_id']
  if (!reference) throw new StatementUnreadable(`line ${at} has no reference`)
  return {
    kind: kinds[kindOf(row)] ?? 'fee',
    reference,
    occurredAt: timeOf(row['created_utc'] ?? ''),
    ...{ grossMinor: amount('gross'), commissionMinor: amount('fee'), netMinor: amount('net') },
    currency: currency satisfies Currency,
  }
}

function minorOf(text: string, at: number): number {
  const [, sign, whole, fraction = ''] = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  if (whole === undefined) throw new StatementUnreadable(`line ${at} has an amount that cannot be read`)
  const minor = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  return sign === '-' && minor > 0 ? -minor : minor
}

/** `2026-11-20 09:00:00`, in UTC. */
function timeOf(text: string): number | undefined {
  const at = Date.parse(`${text.replace(' ', 'T')}Z`)
  return Number.isNaN(at) ? undefined : at
}
