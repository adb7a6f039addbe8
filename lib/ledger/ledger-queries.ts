import { readSql } from '../../db/statement.ts'
import { type Currency, money } from '../money/money.ts'
import { type SealedContent, shownBalance } from './ledger.ts'

const balance = readSql<{ sum: number | null }>(
  'select sum(amount_minor) as sum from ledger_entries where account = ? and currency = ?',
)

/** An account's balance as a person names it: revenue and wallets positive. */
export function balanceOf(account: string, currency: Currency = 'EUR') {
  return shownBalance(account, money(balance.get(account, currency)?.sum ?? 0, currency))
}

type EntryRow = Readonly<{
  id: number
  kind: string
  sourceId: string
  purchaseId: string | null
  at: number
  entryId: number
  account: string
  amountMinor: number
  currency: string
}>

const transactionsAfter = readSql<EntryRow>(`
  select t.id, t.kind, t.source_id as sourceId, t.purchase_id as purchaseId, t.at,
         e.id as entryId, e.account, e.amount_minor as amountMinor, e.currency
  from (select * from ledger_transactions where id > ? order by id limit ?) t
  left join ledger_entries e on e.transaction_id = t.id
  order by t.id, e.id`)

/** Transactions in order with their sides, after one id, at most `limit`. */
export function listTransactionsAfter(id: number, limit: number): SealedContent[] {
  const byId = new Map<number, SealedContent & { entries: SealedContent['entries'][number][] }>()
  for (const row of transactionsAfter.all(id, limit)) {
    const { entryId, account, amountMinor, currency, ...transaction } = row
    const known = byId.get(row.id) ?? { ...transaction, entries: [] }
    if (entryId !== null) known.entries.push({ id: entryId, account, amountMinor, currency })
    byId.set(row.id, known)
  }
  return [...byId.values()]
}

const sealsAfter = readSql<{ position: number; transactionId: number; hash: string }>(
  'select position, transaction_id as transactionId, hash from ledger_seals where position > ? order by position limit ?',
)
export const listSealsAfter = (position: number, limit: number) => sealsAfter.all(position, limit)

const newestSeal = readSql<{ position: number; transactionId: number; hash: string }>(
  'select position, transaction_id as transactionId, hash from ledger_seals order by position desc limit 1',
)
export const findLastSeal = () => newestSeal.get()

const unsealed = readSql<{ count: number }>(
  'select count(*) as count from ledger_transactions where id > coalesce((select max(transaction_id) from ledger_seals), 0)',
)
export const countUnsealed = () => unsealed.get()?.count ?? 0

const unbalanced = readSql<{ transactionId: number; currency: string; sum: number }>(`
  select transaction_id as transactionId, currency, sum(amount_minor) as sum from ledger_entries
  group by transaction_id, currency having sum(amount_minor) <> 0 limit 20`)
export const listUnbalanced = () => unbalanced.all()

const walletGaps = readSql<{ account: string; stored: number; posted: number }>(`
  select 'wallet:' || w.id as account, w.balance_minor as stored,
         -coalesce((select sum(amount_minor) from ledger_entries e where e.account = 'wallet:' || w.id and e.currency = w.currency), 0) as posted
  from wallets w
  where w.balance_minor <> -coalesce((select sum(amount_minor) from ledger_entries e where e.account = 'wallet:' || w.id and e.currency = w.currency), 0)
  limit 20`)
const strayWallets = readSql<{ account: string; stored: number; posted: number }>(`
  select account, 0 as stored, -sum(amount_minor) as posted from ledger_entries
  where account like 'wallet:%' and substr(account, 8) not in (select id from wallets) group by account limit 20`)
const voucherGaps = readSql<{ account: string; stored: number; posted: number }>(`
  select 'vouchers:' || b.id as account, b.stored,
         -coalesce((select sum(amount_minor) from ledger_entries e where e.account = 'vouchers:' || b.id), 0) as posted
  from (select b.id, coalesce(sum(v.balance_minor), 0) as stored from voucher_batches b
        left join vouchers v on v.batch_id = b.id group by b.id) b
  where b.stored <> -coalesce((select sum(amount_minor) from ledger_entries e where e.account = 'vouchers:' || b.id), 0)
  limit 20`)

/** Stored balances that differ from what was posted. */
export function listBalanceGaps() {
  return [...walletGaps.all(), ...strayWallets.all(), ...voucherGaps.all()]
}

const unpostedSettlements = readSql<{ id: string }>(`
  select c.id from charges c where c.paid_minor > 0
  and not exists (select 1 from ledger_transactions t where t.source_id = c.id) limit 20`)
/** Charges said to be paid of which the books know nothing. */
export const listUnpostedCharges = () => unpostedSettlements.all().map((row) => row.id)
