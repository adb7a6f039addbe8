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
  state: string
  issuedAt: number
  expiresAt: number
}>
const batches = readSql<VoucherBatch>(`
  select b.id, b.label, b.face_minor as faceMinor, b.currency, b.count, b.state, b.issued_at as issuedAt,
         b.expires_at as expiresAt, (select count(*) from vouchers v where v.batch_id = b.id and v.redeemed_at is not null) as redeemed
  from voucher_batches b order by b.issued_at desc`)

export const listVoucherBatches = () => batches.all()
