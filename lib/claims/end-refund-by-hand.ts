import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { refundEndSteps } from './ask-for-refund.ts'
import { isStuckRefund } from './claims.ts'
import { findRefundAttempt } from './claims-queries.ts'

type RefundEnd = Readonly<{
  attemptId: string
  /** What the provider's own back office says: it made the refund, or it never did. */
  outcome: 'done' | 'refused'
  reason: string
  staffId: string
  now: number
}>

/**
 * A person ends a refund whose provider does not say what became of it: `done` books it as made, `refused` gives the sum
 * to the payer's balance. While it is still asked of the provider nobody may, or the payer could be paid twice.
 *
 * @throws DomainError `not_found`; `conflict` where it has ended, or is still asked.
 */
export async function endRefundByHand({ attemptId, outcome, reason, staffId, now }: RefundEnd): Promise<void> {
  const attempt = findRefundAttempt(attemptId)
  if (!attempt) throw new DomainError('not_found')
  if (attempt.state !== 'asking' || !isStuckRefund(attempt)) throw new DomainError('conflict')
  try {
    await commit([
      ...refundEndSteps(attempt, { state: outcome, reference: attempt.providerReference, now }),
      recordAudit(
        {
          ...{ actor: `member:${staffId}`, action: 'refund_ended_by_hand', subject: `purchase:${attempt.purchaseId}` },
          detail: { refund: attempt.id, outcome, amountMinor: attempt.amountMinor, reason },
        },
        now,
      ),
    ])
  } catch (error) {
    throw isConflict(error) ? new DomainError('conflict') : error
  }
}
