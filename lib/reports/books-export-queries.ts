import { readSql } from '../../db/statement.ts'
import type { LedgerKind } from '../ledger/ledger.ts'
import type { Currency } from '../money/money.ts'
import type { Millis } from '../time/time.ts'
import type { Period } from './periods.ts'

export type ExportedEntry = Readonly<{
  transactionId: number
  kind: LedgerKind
  sourceId: string
  purchaseId: string | null
  receipt: number | null
  at: Millis
  account: string
  amountMinor: number
  currency: Currency
}>

const entries = readSql<ExportedEntry>(`
  select t.id as transactionId, t.kind, t.source_id as sourceId, t.purchase_id as purchaseId, r.number as receipt, t.at,
    e.account, e.amount_minor as amountMinor, e.currency
  from (select * from ledger_transactions where id > @after and at >= @from and at < @to order by id limit @limit) t
  join ledger_entries e on e.transaction_id = t.id left join receipts r on r.purchase_id = t.purchase_id
  order by t.id, e.id`)

/** Every entry of a period, transactions whole and in the order they were posted, a batch at a time. */
export function* eachEntry({ from, to }: Period): Generator<ExportedEntry> {
  let after = 0
  for (;;) {
    const batch = entries.all({ after, from, to, limit: 500 })
    yield* batch
    const last = batch.at(-1)
    if (!last) return
    after = last.transactionId
  }
}

export type VatLine = Readonly<{
  /** Country of the payer; empty for sales on which no tax is due. */
  country: string
  vatBp: number
  currency: Currency
  /** Sales without the tax, less what was given back. */
  netMinor: number
  vatMinor: number
  sales: number
}>

const vatRows = readSql<{
  account: string | null
  currency: Currency
  netMinor: number
  vatMinor: number
  sales: number
}>(`
  with moved as (
    select e.transaction_id as id, e.currency,
      sum(case when e.account like 'revenue:%' and e.account <> 'revenue:other' then -e.amount_minor else 0 end) as net,
      sum(case when e.account like 'vat:%' then -e.amount_minor else 0 end) as vat,
      max(case when e.account like 'vat:%' then e.account end) as account
    from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
    where t.at >= @from and t.at < @to and (e.account like 'revenue:%' or e.account like 'vat:%')
    group by e.transaction_id, e.currency)
  select account, currency, sum(net) as netMinor, sum(vat) as vatMinor, sum(net > 0) as sales
  from moved where net <> 0 or vat <> 0 group by 1, 2 order by 2, 1`)

/** What was sold and the tax on it, by the country it is owed to and its rate. */
export function listVat({ from, to }: Period): readonly VatLine[] {
  return vatRows.all({ from, to }).map(({ account, ...row }) => {
    const [, country = '', rate = '0'] = (account ?? '').split(':')
    return { ...row, country, vatBp: Number(rate) }
  })
}
