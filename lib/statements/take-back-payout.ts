import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { payoutEntries } from './record-payout.ts'
import { findPayout } from './statements-queries.ts'
import { insertPayoutBack } from './statements-store.ts'

/**
 * Takes back a payout that was noted wrongly: an opposite entry beside it, for nothing is ever struck out. The bank's
 * reference can then be noted again as it should have been.
 *
 * @throws DomainError `not_found`, also for what takes another back; `conflict` when it was taken back before.
 */
export async function takeBackPayout(
  { id: correctsId, reason }: Readonly<{ id: string; reason: string }>,
  { actor, now }: Readonly<{ actor: string; now: number }>,
): Promise<Readonly<{ id: string }>> {
  const payout = findPayout(correctsId)
  if (!payout) throw new DomainError('not_found')
  const { accountId, amountMinor, currency, bankReference } = payout
  const id = newId()
  try {
    await commit([
      insertPayoutBack({ id, correctsId, reason, now, actor }),
      ...payoutEntries({ id, accountId, amountMinor: -amountMinor, currency, now }),
      recordAudit(
        {
          actor,
          action: 'payout_taken_back',
          subject: `provider_account:${accountId}`,
          detail: { amountMinor, bankReference, reason },
        },
        now,
      ),
    ])
  } catch (error) {
    if (isConflict(error, 'already_recorded')) throw new DomainError('conflict')
    throw error
  }
  return { id }
}
