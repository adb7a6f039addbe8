import { commit } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId, newVoucherCode } from '../ids/ids.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import type { Currency } from '../money/money.ts'
import { day } from '../time/time.ts'
import { voucherHash } from './vouchers.ts'
import { insertVoucher, insertVoucherBatch } from './vouchers-store.ts'

type Order = Readonly<{
  /** Codes to issue instead of new random ones: for a demonstration, never for vouchers that are sold. */
  codes?: readonly string[]
  label: string
  count: number
  faceMinor: number
  currency: Currency
  validDays: number
  now: number
}>

/**
 * Makes a batch of prepaid codes worth `faceMinor` each.
 *
 * @returns The codes, the only time they are known: what is kept is their keyed hash.
 * @throws DomainError `invalid_input` for a count outside 1 to 5 000, a value outside 1 to 150 units of money, or a life
 *   under a year, which the law would not let expire.
 */
export async function issueVouchers(order: Order): Promise<Readonly<{ batchId: string; codes: readonly string[] }>> {
  const problems = [
    ...(order.count >= 1 && order.count <= 5000 ? [] : [{ field: 'count', code: 'out_of_range' }]),
    ...(order.faceMinor >= 100 && order.faceMinor <= 15_000 ? [] : [{ field: 'face', code: 'out_of_range' }]),
    ...(order.validDays >= 365 && order.validDays <= 3650 ? [] : [{ field: 'days', code: 'out_of_range' }]),
  ]
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  const { label, count, faceMinor, currency, now } = order
  const batchId = newId()
  const codes = order.codes ?? Array.from({ length: count }, newVoucherCode)
  await commit([
    insertVoucherBatch({
      id: batchId,
      label,
      faceMinor,
      currency,
      count,
      state: 'active',
      issuedAt: now,
      expiresAt: now + order.validDays * day,
      resellerId: null,
      issuedBy: null,
      revokedAt: null,
    }),
    ...codes.map((code) =>
      insertVoucher({ codeHash: voucherHash(code), batchId, balanceMinor: faceMinor, redeemedAt: null }),
    ),
    ...postTransaction({
      kind: 'voucher_issue',
      sourceId: batchId,
      purchaseId: undefined,
      currency,
      at: now,
      entries: [
        { account: accounts.vouchersSold, amountMinor: faceMinor * count },
        { account: accounts.vouchersOutstanding(batchId), amountMinor: -faceMinor * count },
      ],
    }),
  ])
  return { batchId, codes }
}
