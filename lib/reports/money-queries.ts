import { readSql } from '../../db/statement.ts'
import type { Currency } from '../money/money.ts'
import type { Period } from './periods.ts'

/** What moved through one provider account; all in minor units. */
export type RailMoney = Readonly<{
  accountId: string
  currency: Currency
  payments: number
  /** What payers were billed. */
  grossMinor: number
  commissionMinor: number
  payoutMinor: number
  /** Given or taken back, as a positive amount. */
  returnedMinor: number
}>

export type MoneyTotals = Readonly<{
  currency: Currency
  /** Money that came in from outside: billed through providers. */
  receivedMinor: number
  commissionMinor: number
  payoutMinor: number
  /** Contacts sold, tax included, however they were paid. */
  salesMinor: number
}>

const railRows = readSql<RailMoney>(`
  select substr(e.account, instr(e.account, ':') + 1) as accountId, e.currency,
    count(distinct case when t.kind not in ('clawback', 'refund') then t.id end) as payments,
    sum(case when t.kind not in ('clawback', 'refund') then e.amount_minor else 0 end) as grossMinor,
    sum(case when t.kind not in ('clawback', 'refund') and e.account like 'commission:%' then e.amount_minor else 0 end) as commissionMinor,
    sum(case when t.kind not in ('clawback', 'refund') and e.account like 'provider:%' then e.amount_minor else 0 end) as payoutMinor,
    -sum(case when t.kind in ('clawback', 'refund') then e.amount_minor else 0 end) as returnedMinor
  from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
  where t.at >= ? and t.at < ? and (e.account like 'provider:%' or e.account like 'commission:%')
  group by 1, 2`)

const totalRows = readSql<MoneyTotals>(`
  select e.currency,
    sum(case when e.account like 'provider:%' or e.account like 'commission:%' then e.amount_minor else 0 end) as receivedMinor,
    sum(case when e.account like 'commission:%' then e.amount_minor else 0 end) as commissionMinor,
    sum(case when e.account like 'provider:%' then e.amount_minor else 0 end) as payoutMinor,
    -sum(case when e.account like 'revenue:%' or e.account like 'vat:%' then e.amount_minor else 0 end) as salesMinor
  from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
  where t.at >= ? and t.at < ? and t.kind not in ('clawback', 'refund')
  group by e.currency order by e.currency`)

/** What payers spent from their balance and from vouchers: money that came in earlier or through a shop. */
const innerRows = readSql<{ rail: 'wallet' | 'voucher'; currency: Currency; payments: number; grossMinor: number }>(`
  select case t.kind when 'wallet_spend' then 'wallet' else 'voucher' end as rail, e.currency,
    count(distinct t.id) as payments, sum(e.amount_minor) as grossMinor
  from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
  where t.at >= ? and t.at < ? and e.amount_minor > 0
    and ((t.kind = 'wallet_spend' and e.account like 'wallet:%') or (t.kind = 'redemption' and e.account like 'vouchers:%'))
  group by 1, 2`)

const unlockCount = readSql<{ count: number }>(
  'select count(*) as count from unlocks where granted_at >= ? and granted_at < ?',
)

/** By account at an outside provider, from the ledger. */
export function listRailMoney({ from, to }: Period): readonly RailMoney[] {
  return railRows.all(from, to)
}

export function listInnerRailMoney({ from, to }: Period) {
  return innerRows.all(from, to)
}

/** One line a currency; none when nothing moved. What was given back is not subtracted: it has lines of its own. */
export function listMoneyTotals({ from, to }: Period): readonly MoneyTotals[] {
  return totalRows.all(from, to)
}

export function countUnlocks({ from, to }: Period): number {
  return unlockCount.get(from, to)?.count ?? 0
}
