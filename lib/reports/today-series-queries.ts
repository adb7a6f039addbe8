import { readSql } from '../../db/statement.ts'
import type { Currency } from '../money/money.ts'
import type { Rail } from '../money/rails.ts'
import { day, type Millis } from '../time/time.ts'
import { dayText, type Period, startOfDay } from './periods.ts'

/** One day: contacts unlocked and money billed in one currency, and the same so many days before. */
export type DayFigures = Readonly<{
  day: string
  unlocks: number
  unlocksBefore: number
  receivedMinor: number
  receivedBeforeMinor: number
}>

const unlocks = readSql<{ bucket: number; count: number }>(`
  select cast((granted_at - @from) / 86400000 as integer) as bucket, count(*) as count from unlocks
  where granted_at >= @from and granted_at < @to group by 1`)
const received = readSql<{ bucket: number; minor: number }>(`
  select cast((t.at - @from) / 86400000 as integer) as bucket, sum(e.amount_minor) as minor
  from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
  where t.at >= @from and t.at < @to and t.kind not in ('clawback', 'refund') and e.currency = @currency
    and (e.account like 'provider:%' or e.account like 'commission:%') group by 1`)

/** The last `days` days, today the last of them, in the operator's calendar. */
export function listDayFigures(
  days: number,
  { currency, now }: Readonly<{ currency: Currency; now: Millis }>,
): readonly DayFigures[] {
  const from = startOfDay(dayText(now - (days - 1) * day))
  const before = startOfDay(dayText(now - (2 * days - 1) * day))
  const read = (start: Millis) => {
    // A day is counted in hours of 24 from the first one; where clocks change, an hour falls to the neighbour.
    const values = { from: start, to: start + days * day }
    return {
      unlocks: new Map(unlocks.all(values).map(({ bucket, count }) => [bucket, count])),
      received: new Map(received.all({ ...values, currency }).map(({ bucket, minor }) => [bucket, minor])),
    }
  }
  const [current, previous] = [read(from), read(before)]
  return Array.from({ length: days }, (_, at) => ({
    day: dayText(from + at * day + day / 2),
    unlocks: current.unlocks.get(at) ?? 0,
    unlocksBefore: previous.unlocks.get(at) ?? 0,
    receivedMinor: current.received.get(at) ?? 0,
    receivedBeforeMinor: previous.received.get(at) ?? 0,
  }))
}

export type RailConversion = Readonly<{
  rail: Rail
  begun: number
  paid: number
  begunBefore: number
  paidBefore: number
}>

const conversions = readSql<RailConversion>(`
  select rail, sum(created_at >= @from) as begun, sum(created_at >= @from and state = 'paid') as paid,
    sum(created_at < @previousTo) as begunBefore, sum(created_at < @previousTo and state = 'paid') as paidBefore
  from charges where created_at >= @previousFrom and created_at < @to and rail not in ('wallet', 'voucher')
  group by rail order by begun desc`)

/** Of the payments begun by each rail, how many were paid; and in the period before. */
export function listConversions(period: Readonly<{ current: Period; previous: Period }>): readonly RailConversion[] {
  const { current, previous } = period
  return conversions.all({ from: current.from, to: current.to, previousFrom: previous.from, previousTo: previous.to })
}

const overdue = readSql<{ oldest: Millis | null }>(`select min(next_check_at) as oldest from charges
  where state in ('created', 'awaiting_payer', 'pending', 'authorized') and next_check_at is not null`)

/** How late the sweeper is: since when a charge waits to be asked about; 0 when none does. */
export function sweeperLag(now: Millis): Millis {
  return Math.max(0, now - (overdue.get()?.oldest ?? now))
}
