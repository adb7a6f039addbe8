import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { reopenMonth } from './statements-store.ts'

/**
 * Opens a closed month again. What closing it booked stays booked: closing it once more books only what differs then.
 *
 * @throws DomainError `not_found`.
 */
export async function reopenClosedMonth(
  id: string,
  { reason, actor, now }: Readonly<{ reason: string; actor: string; now: number }>,
): Promise<void> {
  try {
    await commit([
      reopenMonth(id, { actor, reason, now }),
      recordAudit({ actor, action: 'month_reopened', subject: `month:${id}`, detail: { reason } }, now),
    ])
  } catch (error) {
    if (isConflict(error)) throw new DomainError('not_found')
    throw error
  }
}
