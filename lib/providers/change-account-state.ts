import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { findAccount } from './accounts-queries.ts'
import { setAccountState } from './accounts-store.ts'

/**
 * Pauses or reactivates a provider account, at once: it is offered to nobody new, and finishes what it began.
 *
 * @param change `actor` as the audit log names people.
 * @throws DomainError `not_found`.
 */
export async function changeAccountState(
  id: string,
  change: Readonly<{ state: 'active' | 'paused'; actor: string; now: Millis }>,
): Promise<void> {
  const account = findAccount(id)
  if (!account) throw new DomainError('not_found')
  const { state, actor, now } = change
  if (account.state === state) return
  const action = state === 'paused' ? 'provider_paused' : 'provider_activated'
  await commit([
    setAccountState(id, state),
    recordAudit(
      { actor, action, subject: `provider_account:${id}`, detail: { before: account.state, after: state } },
      now,
    ),
  ])
}
