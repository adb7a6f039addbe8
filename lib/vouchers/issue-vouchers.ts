import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId, newVoucherCode } from '../ids/ids.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import type { Currency } from '../money/money.ts'
import { day } from '../time/time.ts'
import { findReseller } from './resellers-queries.ts'
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
  /** Who sells them over a counter; nobody when the site gives them out itself. */
  resellerId?: string | null
  /** Who issues them, as the audit log names people. */
  actor?: string
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
  const { resellerId = null, actor = 'system' } = order
  if (resellerId !== null && !findReseller(resellerId)) problems.push({ field: 'reseller', code: 'unknown' })
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
      resellerId: resellerId,
      issuedBy: order.actor ?? null,
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
    recordAudit(
      {
        actor,
        action: 'vouchers_issued',
        subject: `voucher_batch:${batchId}`,
        detail: { after: { label, count, faceMinor, currency, resellerId } },
      },
      now,
    ),
  ])
  return { batchId, codes }
}
