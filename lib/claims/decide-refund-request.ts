import { commit } from '../../db/commit.ts'
import { auditChange } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { refundPurchase } from './refund-purchase.ts'
import { findRefundRequest } from './refund-requests-queries.ts'
import { closeRefundRequest } from './refund-requests-store.ts'

export type RefundDecision = Readonly<{
  requestId: string
  outcome: 'approved' | 'rejected'
  staffId: string
  now: Millis
}>

/**
 * The second person approves a refund, which is made in the same commit and so once, or rejects it; whoever asked may
 * only take the request back.
 *
 * @throws DomainError `not_found`; `forbidden` for approving one's own request; `conflict` once it is decided;
 *   `invalid_input` when less is left of the price by now.
 */
export async function decideRefundRequest({ requestId, outcome, staffId, now }: RefundDecision): Promise<void> {
  const request = findRefundRequest(requestId)
  if (!request) throw new DomainError('not_found')
  if (request.state !== 'waiting') throw new DomainError('conflict')
  if (outcome === 'approved' && request.requestedBy === staffId) throw new DomainError('forbidden')
  const { purchaseId, amountMinor, destination, reason } = request
  const actor = `member:${staffId}`
  const alongside = [
    closeRefundRequest(requestId, { state: outcome, staffId, now }),
    auditChange(
      {
        ...{ actor, action: `refund_${outcome}`, subject: `purchase:${purchaseId}` },
        ...{ before: { state: 'waiting' }, after: { state: outcome, request: requestId, amountMinor }, reason },
      },
      now,
    ),
  ]
  if (outcome === 'rejected') return commit(alongside)
  await refundPurchase({ purchaseId, amountMinor, destination, reason, actor, now, alongside })
}
