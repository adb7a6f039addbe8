import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { giveUpInstruments } from './give-up-instruments.ts'
import { revokeInstrument } from './instruments-store.ts'

/**
 * A member forgets a card: it pays nothing from this moment, and its provider is asked to give it up; one that does not
 * answer is asked again later.
 *
 * @throws DomainError `not_found` for a card that is not hers, or was forgotten before.
 */
export async function forgetInstrument(
  id: string,
  { memberId, now }: Readonly<{ memberId: string; now: Millis }>,
): Promise<void> {
  const subject = `member:${memberId}`
  try {
    await commit([
      revokeInstrument(id, { memberId, now }),
      recordAudit({ actor: subject, action: 'instrument_forgotten', subject, detail: { instrument: id } }, now),
    ])
  } catch (error) {
    if (isConflict(error, 'not_found')) throw new DomainError('not_found')
    throw error
  }
  await giveUpInstruments(now, id)
}
