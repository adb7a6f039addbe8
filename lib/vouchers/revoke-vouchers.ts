import { commit, withRetries } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { findVoucherBatch } from './vouchers-queries.ts'
import { revokeBatch } from './vouchers-store.ts'

/**
 * Revokes a batch: unspent vouchers lose their value and leave the liability; what was redeemed stays with its payers.
 *
 * @returns How many vouchers lost their value.
 * @throws DomainError `not_found`; `conflict` when it is revoked already.
 */
export function revokeVouchers(
  batchId: string,
  { actor, now, reason }: Readonly<{ actor: string; now: number; reason: string }>,
): Promise<number> {
  return withRetries(async () => {
    const batch = findVoucherBatch(batchId)
    if (!batch) throw new DomainError('not_found')
    if (batch.state === 'revoked') throw new DomainError('conflict')
    const unspent = batch.count - batch.redeemed
    const valueMinor = unspent * batch.faceMinor
    const posting =
      unspent === 0
        ? []
        : postTransaction({
            kind: 'voucher_revoke',
            sourceId: batchId,
            purchaseId: undefined,
            currency: batch.currency,
            at: now,
            entries: [
              { account: accounts.vouchersOutstanding(batchId), amountMinor: valueMinor },
              { account: accounts.vouchersSold, amountMinor: -valueMinor },
            ],
          })
    await commit([
      ...revokeBatch(batchId, { unspent, now }),
      ...posting,
      recordAudit(
        {
          actor,
          action: 'vouchers_revoked',
          subject: `voucher_batch:${batchId}`,
          detail: { before: { state: 'active' }, after: { state: 'revoked', unspent, valueMinor }, reason },
        },
        now,
      ),
    ])
    return unspent
  })
}
