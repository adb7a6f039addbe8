import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { listAccounts } from './accounts-queries.ts'
import { setAccountPosition } from './accounts-store.ts'

/**
 * Moves a provider account one place up or down in the order its method is offered in; at either end nothing happens.
 *
 * @throws DomainError `not_found`.
 */
export async function moveAccount(
  id: string,
  change: Readonly<{ direction: 'up' | 'down'; actor: string; now: Millis }>,
): Promise<void> {
  const order = listAccounts().map((account) => account.id)
  const at = order.indexOf(id)
  if (at < 0) throw new DomainError('not_found')
  const to = change.direction === 'up' ? at - 1 : at + 1
  const neighbour = order[to]
  if (neighbour === undefined) return
  order[at] = neighbour
  order[to] = id
  const { actor, now } = change
  await commit([
    ...order.map((accountId, position) => setAccountPosition(accountId, position)),
    recordAudit(
      { actor, action: 'provider_moved', subject: `provider_account:${id}`, detail: { before: at, after: to } },
      now,
    ),
  ])
}
