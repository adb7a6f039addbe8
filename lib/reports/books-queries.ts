import { readSql } from '../../db/statement.ts'
import type { LedgerKind } from '../ledger/ledger.ts'
import type { Currency } from '../money/money.ts'
import type { Millis } from '../time/time.ts'

/** Debits minus credits of one account in one currency; positive means a debit balance. */
export type AccountBalance = Readonly<{ account: string; currency: Currency; balanceMinor: number; entries: number }>

/** Accounts of which there may be very many, one a payer or a batch: one line for all in the trial balance. */
const many = "(account like 'wallet:%' or account like 'vouchers:%')"

const trialRows = readSql<AccountBalance>(`
  select case when ${many} then substr(account, 1, instr(account, ':')) || '*' else account end as account, currency,
    sum(amount_minor) as balanceMinor, count(*) as entries
  from ledger_entries group by 1, 2 order by 1, 2`)
const trialRowsAt = readSql<AccountBalance>(`
  select case when ${many} then substr(account, 1, instr(account, ':')) || '*' else account end as account, e.currency,
    sum(e.amount_minor) as balanceMinor, count(*) as entries
  from ledger_transactions t join ledger_entries e on e.transaction_id = t.id where t.at < ? group by 1, 2 order by 1, 2`)
const kindRows = readSql<AccountBalance>(`
  select account, currency, sum(amount_minor) as balanceMinor, count(*) as entries
  from ledger_entries where account >= :from and account < :to group by account, currency
  order by account, currency limit :limit offset :offset`)

export type BookEntry = Readonly<{
  id: number
  transactionId: number
  kind: LedgerKind
  purchaseId: string | null
  at: Millis
  amountMinor: number
}>
const entryRows = readSql<BookEntry>(`
  select e.id, t.id as transactionId, t.kind, t.purchase_id as purchaseId, t.at, e.amount_minor as amountMinor
  from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
  where e.account = ? and e.currency = ? order by e.id desc limit ? offset ?`)
const balanceUpTo = readSql<{ minor: number | null }>(
  'select sum(amount_minor) as minor from ledger_entries where account = ? and currency = ? and id <= ?',
)
const currencyRows = readSql<{ currency: Currency; balanceMinor: number; entries: number }>(`
  select currency, sum(amount_minor) as balanceMinor, count(*) as entries
  from ledger_entries where account = ? group by currency order by currency`)

/** Every account with its balance; those of payers and of voucher batches are one line each, `wallet:*`. */
export function listTrialBalance(): readonly AccountBalance[] {
  return trialRows.all()
}

/** The same with what was posted before a moment: how the books stood then. */
export function listTrialBalanceAt(before: Millis): readonly AccountBalance[] {
  return trialRowsAt.all(before)
}

/** The single accounts behind a line such as `wallet:*`. */
export function listAccountsOfKind(
  kind: string,
  page: Readonly<{ limit: number; offset: number }>,
): readonly AccountBalance[] {
  return kindRows.all({ from: `${kind}:`, to: `${kind};`, ...page })
}

export type AccountPage = Readonly<{
  currency: Currency
  balanceMinor: number
  count: number
  /** Newest first, each with the balance after it. */
  entries: readonly (BookEntry & Readonly<{ balanceMinor: number }>)[]
}>

/** One account's entries; undefined when the books have no such account. */
export function findAccountPage(
  account: string,
  view: Readonly<{ currency: Currency | undefined; limit: number; offset: number }>,
): Readonly<{ currencies: readonly Currency[]; page: AccountPage }> | undefined {
  const totals = currencyRows.all(account)
  const total = totals.find(({ currency }) => currency === view.currency) ?? totals[0]
  if (!total) return undefined
  const { currency, balanceMinor, entries: count } = total
  const rows = entryRows.all(account, currency, view.limit, view.offset)
  let balance = balanceUpTo.get(account, currency, rows[0]?.id ?? 0)?.minor ?? 0
  const entries = rows.map((row) => {
    const after = balance
    balance -= row.amountMinor
    return { ...row, balanceMinor: after }
  })
  return { currencies: totals.map((row) => row.currency), page: { currency, balanceMinor, count, entries } }
}
