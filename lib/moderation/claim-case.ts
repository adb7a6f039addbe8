import { commit } from '../../db/commit.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { claimMs } from './moderation.ts'
import { findCase } from './moderation-queries.ts'
import { claimCaseRow } from './moderation-store.ts'

/**
 * Takes a case for five minutes, or for five more: nobody else can decide it meanwhile.
 *
 * @returns Until when.
 * @throws DomainError `not_found`; `conflict` when somebody else has it or it is decided.
 */
export async function claimCase(caseId: string, by: Readonly<{ staffId: string; now: Millis }>): Promise<Millis> {
  if (!findCase(caseId)) throw new DomainError('not_found')
  try {
    await commit([claimCaseRow(caseId, by)])
  } catch (error) {
    throw isConflict(error) ? new DomainError('conflict', { fields: [{ field: '', code: 'claimed_by_other' }] }) : error
  }
  return by.now + claimMs
}
