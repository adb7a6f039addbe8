import type { Currency } from '../money/money.ts'
import type { Rail } from '../money/rails.ts'
import type { Millis } from '../time/time.ts'
import { countUnlocks, listInnerRailMoney, listMoneyTotals, listRailMoney, type MoneyTotals } from './money-queries.ts'
import { dayText, type Period, type PeriodDays, periodDays, periodOf } from './periods.ts'

const metrics = ['received', 'commission', 'payout', 'sales'] as const
type Metric = (typeof metrics)[number]

export type TodayCell = Readonly<{ days: PeriodDays; fromDay: string; current: number; previous: number }>
export type TodayLine = Readonly<{
  name: Metric | 'unlocks'
  currency: Currency | undefined
  cells: readonly TodayCell[]
}>

/** Money by currency and unlocks over one, seven and thirty days, each with the same length before. */
export function listTodayLines(now: Millis): readonly TodayLine[] {
  const periods = periodDays.map((days) => ({ days, ...periodOf(days, now) }))
  const sums = periods.map(({ current, previous }) => ({
    current: listMoneyTotals(current),
    previous: listMoneyTotals(previous),
  }))
  const currencies = [...new Set(sums.flatMap((sum) => [...sum.current, ...sum.previous].map((row) => row.currency)))]
  const cellsOf = (read: (at: number, which: 'current' | 'previous') => number) =>
    periods.map(({ days, current }, at) => ({
      days,
      fromDay: dayText(current.from),
      current: read(at, 'current'),
      previous: read(at, 'previous'),
    }))
  const money = currencies.flatMap((currency) =>
    metrics.map((name) => ({
      name,
      currency,
      cells: cellsOf((at, which) => amountOf(sums[at]?.[which] ?? [], currency, name)),
    })),
  )
  const unlocks = cellsOf((at, which) => {
    const period: Period | undefined = periods[at]?.[which]
    return period ? countUnlocks(period) : 0
  })
  return [...money, { name: 'unlocks', currency: undefined, cells: unlocks }]
}

function amountOf(totals: readonly MoneyTotals[], currency: Currency, name: Metric): number {
  return totals.find((total) => total.currency === currency)?.[`${name}Minor`] ?? 0
}

export type RailReport = Readonly<{
  rail: Rail
  accountId: string
  label: string
  currency: Currency
  payments: number
  grossMinor: number
  outside: Readonly<{ commissionMinor: number; payoutMinor: number; returnedMinor: number }> | undefined
}>

/**
 * What each way of paying brought in a period, the largest first; money paid in advance (balance, vouchers) last.
 *
 * @param accounts Names the accounts; one that was removed keeps its id as a name.
 */
export function listRailReports(
  period: Period,
  accounts: readonly Readonly<{ id: string; rail: Rail; label: string }>[],
): readonly RailReport[] {
  const outer = listRailMoney(period).map(({ accountId, currency, payments, grossMinor, ...outside }) => {
    const account = accounts.find(({ id }) => id === accountId)
    const label = account?.label ?? accountId
    return { rail: account?.rail ?? 'card', accountId, label, currency, payments, grossMinor, outside }
  })
  const inner = listInnerRailMoney(period).map((row) => {
    const account = accounts.find(({ rail }) => rail === row.rail)
    return { ...row, accountId: account?.id ?? row.rail, label: account?.label ?? row.rail, outside: undefined }
  })
  return [...outer.sort((left, right) => right.grossMinor - left.grossMinor), ...inner]
}
