import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { findPurchase } from '../purchases/purchases-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import type { Millis } from '../time/time.ts'
import type { RefundDestination, Refunded } from './claims.ts'
import { refundPurchase } from './refund-purchase.ts'
import { needsSecondPerson } from './refund-requests.ts'
import { listRefundRequestsOf } from './refund-requests-queries.ts'
import { insertRefundRequest } from './refund-requests-store.ts'
import { refundableCharge, requireRefundable } from './refund-steps.ts'

export type RefundOrder = Readonly<{
  purchaseId: string
  amountMinor: number
  destination: RefundDestination
  reason: string
  staffId: string
  now: Millis
}>

/**
 * Staff give money back: at once up to the set amount, above it once a second person agrees.
 *
 * @throws DomainError `not_found`; `invalid_input` for more than is left; `provider_unavailable` where only the balance
 *   can take it; `conflict` while another request for the purchase waits, or when money of it was given back at the same moment.
 */
export async function requestRefund(
  order: RefundOrder,
): Promise<Readonly<{ kind: 'refunded'; refunded: Refunded } | { kind: 'waiting'; requestId: string }>> {
  const { purchaseId, amountMinor, destination, reason, staffId, now } = order
  const purchase = findPurchase(purchaseId)
  if (purchase?.state !== 'settled' || purchase.kind !== 'reveal') throw new DomainError('not_found')
  requireRefundable(purchase, amountMinor)
  if (destination === 'provider' && !refundableCharge(purchase)) throw new DomainError('provider_unavailable')
  const actor = `member:${staffId}`
  const { secondPersonAboveMinor } = findSetting('refunds')
  if (!needsSecondPerson({ amountMinor, refundedMinor: purchase.refundedMinor }, secondPersonAboveMinor)) {
    return {
      kind: 'refunded',
      // Two small ones at once would otherwise be one that needs a second person.
      refunded: await refundPurchase({
        ...{ purchaseId, amountMinor, destination, reason, actor, now },
        seenRefundedMinor: purchase.refundedMinor,
      }),
    }
  }
  if (listRefundRequestsOf(purchaseId).some(({ state }) => state === 'waiting')) throw new DomainError('conflict')
  const id = newId()
  await commit([
    insertRefundRequest({
      ...{ id, purchaseId, amountMinor, destination, reason, state: 'waiting', requestedBy: staffId },
      ...{ decidedBy: null, createdAt: now, decidedAt: null },
    }),
    recordAudit(
      {
        ...{ actor, action: 'refund_requested', subject: `purchase:${purchaseId}` },
        detail: { request: id, amountMinor, destination, reason },
      },
      now,
    ),
  ])
  return { kind: 'waiting', requestId: id }
}
