import { readSql } from '../../db/statement.ts'
import type { Currency } from '../money/money.ts'
import { owedMinor, type Reseller } from './resellers.ts'

const columns = 'id, name, email, commission_bp as commissionBp, is_active as isActive, created_at as createdAt'
type Row = Omit<Reseller, 'isActive'> & Readonly<{ isActive: number }>
const byId = readSql<Row>(`select ${columns} from resellers where id = ?`)
const all = readSql<Row>(`select ${columns} from resellers order by is_active desc, name, id`)

const readable = (row: Row): Reseller => ({ ...row, isActive: row.isActive === 1 })

export function findReseller(id: string): Reseller | undefined {
  const row = byId.get(id)
  return row && readable(row)
}

export function listResellers(): readonly Reseller[] {
  return all.all().map(readable)
}

// A revoked batch counts for what of it was used: the rest never had to be paid for.
const entrusted = readSql<{ resellerId: string; currency: Currency; batches: number; valueMinor: number }>(`
  select b.reseller_id as resellerId, b.currency, count(*) as batches,
    sum(b.face_minor * case when b.state = 'revoked'
      then (select count(*) from vouchers v where v.batch_id = b.id and v.redeemed_at is not null) else b.count end)
      as valueMinor
  from voucher_batches b where b.reseller_id is not null group by 1, 2`)

export type ResellerAccount = Readonly<{
  currency: Currency
  batches: number
  /** Face value of the vouchers entrusted, less what was revoked unused. */
  valueMinor: number
  /** The value less the commission. */
  owedMinor: number
}>

/** What was entrusted to each reseller and what is owed for it, by id and currency. */
export function listResellerAccounts(): ReadonlyMap<string, readonly ResellerAccount[]> {
  const terms = new Map(listResellers().map(({ id, commissionBp }) => [id, commissionBp]))
  const accounts = new Map<string, ResellerAccount[]>()
  for (const { resellerId, ...row } of entrusted.all()) {
    const owed = owedMinor(row.valueMinor, terms.get(resellerId) ?? 0)
    accounts.set(resellerId, [...(accounts.get(resellerId) ?? []), { ...row, owedMinor: owed }])
  }
  return accounts
}
