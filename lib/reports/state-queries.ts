import { readSql } from '../../db/statement.ts'
import type { Currency } from '../money/money.ts'
import type { Rail } from '../money/rails.ts'
import { day, type Millis } from '../time/time.ts'

export type ProviderActivity = Readonly<{
  id: string
  label: string
  rail: Rail
  mode: 'test' | 'live'
  state: 'active' | 'paused'
  position: number
  countries: readonly string[]
  currency: Currency
  minMinor: number
  maxMinor: number
  commissionBp: number
  lastMessageAt: Millis | null
  lastPaidAt: Millis | null
  /** In the last 24 hours. */
  paid: number
  failed: number
  /** Begun, and neither paid nor given up. */
  open: number
}>

type ProviderRow = Omit<ProviderActivity, 'countries'> & Readonly<{ countries: string }>

const providerRows = readSql<ProviderRow>(`
  select a.id, a.label, a.rail, a.mode, a.state, a.position, a.countries, a.currency, a.min_minor as minMinor,
    a.max_minor as maxMinor, a.commission_bp as commissionBp,
    (select max(i.received_at) from callback_inbox i where i.account_id = a.id) as lastMessageAt,
    c.lastPaidAt, coalesce(c.paid, 0) as paid, coalesce(c.failed, 0) as failed, coalesce(c.open, 0) as open
  from provider_accounts a
  left join (
    select account_id,
      max(case when state = 'paid' then updated_at end) as lastPaidAt,
      sum(state = 'paid' and updated_at >= :since) as paid,
      sum(state = 'failed' and updated_at >= :since) as failed,
      sum(state in ('created', 'awaiting_payer', 'pending', 'authorized')) as open
    from charges group by account_id
  ) c on c.account_id = a.id
  order by a.position, a.id`)

/** Every provider account in the operator's order, with how it has been doing. */
export function listProviderActivity(now: Millis): readonly ProviderActivity[] {
  return providerRows
    .all({ since: now - day })
    .map((row) => ({ ...row, countries: JSON.parse(row.countries) as readonly string[] }))
}

const pendingRow = readSql<{ count: number }>("select count(*) as count from purchases where state = 'pending'")
const suspenseRows = readSql<{ currency: Currency; minor: number }>(`
  select currency, -sum(amount_minor) as minor from ledger_entries
  where account = 'suspense:unmatched' group by currency having sum(amount_minor) <> 0`)
const sealRow = readSql<{ at: Millis; position: number; hash: string }>(`
  select t.at, s.position, s.hash from ledger_seals s join ledger_transactions t on t.id = s.transaction_id
  order by s.position desc limit 1`)
const unsealedRow = readSql<{ count: number; oldest: Millis | null }>(`
  select count(*) as count, min(at) as oldest from ledger_transactions
  where id > coalesce((select max(transaction_id) from ledger_seals), 0)`)
const refusedRow = readSql<{ count: number }>(
  "select count(*) as count from audit_log where action = 'callback_refused' and at >= ?",
)

export type OpenMatters = Readonly<{
  pendingPurchases: number
  suspense: readonly Readonly<{ currency: Currency; minor: number }>[]
  /** The newest link of the hash chain and when the transaction it seals was posted. */
  lastSeal: Readonly<{ at: Millis; position: number; hash: string }> | undefined
  unsealed: number
  oldestUnsealedAt: Millis | undefined
  /** Messages at the callback door that were not believed, in the last 24 hours. */
  refusedCallbacks: number
}>

/** What waits for something or for somebody. */
export function findOpenMatters(now: Millis): OpenMatters {
  const unsealed = unsealedRow.get()
  return {
    pendingPurchases: pendingRow.get()?.count ?? 0,
    suspense: suspenseRows.all(),
    lastSeal: sealRow.get(),
    unsealed: unsealed?.count ?? 0,
    oldestUnsealedAt: unsealed?.oldest ?? undefined,
    refusedCallbacks: refusedRow.get(now - day)?.count ?? 0,
  }
}
