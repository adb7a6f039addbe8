import { readSql } from '../../db/statement.ts'
import type { Currency } from '../money/money.ts'
import type { Voucher } from './vouchers.ts'

const byHash = readSql<Voucher>(`
  select v.code_hash as codeHash, v.batch_id as batchId, v.balance_minor as balanceMinor, v.redeemed_at as redeemedAt,
         b.currency, b.expires_at as expiresAt, b.state as batchState
  from vouchers v cross join voucher_batches b on b.id = v.batch_id where v.code_hash = ?`)

export function findVoucher(codeHash: string): Voucher | undefined {
  return byHash.get(codeHash)
}

export type VoucherBatch = Readonly<{
  id: string
  label: string
  faceMinor: number
  currency: Currency
  count: number
  redeemed: number
  state: 'active' | 'revoked'
  issuedAt: number
  expiresAt: number
  revokedAt: number | null
  resellerId: string | null
  reseller: string | null
  issuedBy: string | null
}>
const batchColumns = `b.id, b.label, b.face_minor as faceMinor, b.currency, b.count, b.state, b.issued_at as issuedAt,
  b.expires_at as expiresAt, b.revoked_at as revokedAt, b.reseller_id as resellerId, r.name as reseller,
  b.issued_by as issuedBy,
  (select count(*) from vouchers v where v.batch_id = b.id and v.redeemed_at is not null) as redeemed`
const batchTables = 'voucher_batches b left join resellers r on r.id = b.reseller_id'
const batches = readSql<VoucherBatch>(`select ${batchColumns} from ${batchTables} order by b.issued_at desc`)
const batchById = readSql<VoucherBatch>(`select ${batchColumns} from ${batchTables} where b.id = ?`)

export const listVoucherBatches = () => batches.all()

export function findVoucherBatch(id: string): VoucherBatch | undefined {
  return batchById.get(id)
}

/** One use of a voucher. The code itself is known to nobody any more. */
export type Redemption = Readonly<{
  /** The first figures of the code's hash: enough to tell two apart. */
  mark: string
  batchId: string
  label: string
  purchaseId: string | null
  amountMinor: number
  currency: Currency
  at: number
}>
export type RedemptionFilter = Readonly<{ batchId: string | null; from: number; to: number }>

const redemptionRows = readSql<Redemption>(`
  select substr(d.code_hash, 1, 8) as mark, b.id as batchId, b.label, d.purchase_id as purchaseId,
    d.amount_minor as amountMinor, b.currency, d.at
  from redemptions d join vouchers v on v.code_hash = d.code_hash join voucher_batches b on b.id = v.batch_id
  where (@batchId is null or b.id = @batchId) and d.at >= @from and d.at < @to
  order by d.at desc, d.code_hash limit @limit offset @offset`)
const redemptionCount = readSql<{ count: number }>(`
  select count(*) as count from redemptions d join vouchers v on v.code_hash = d.code_hash
  where (@batchId is null or v.batch_id = @batchId) and d.at >= @from and d.at < @to`)

/** Uses of vouchers, newest first, and how many there are in all. */
export function listRedemptions(
  filter: RedemptionFilter,
  page: Readonly<{ limit: number; offset: number }>,
): Readonly<{ count: number; rows: readonly Redemption[] }> {
  return { count: redemptionCount.get(filter)?.count ?? 0, rows: redemptionRows.all({ ...filter, ...page }) }
}
