import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { listAccounts } from './accounts-queries.ts'
import { setAccountPosition, setAccountState } from './accounts-store.ts'

/**
 * Puts an account before every other of its rail and activates it, at once. What is open stays with the account it
 * began with; repeating it changes nothing and writes nothing.
 *
 * @throws DomainError `not_found` for an account that is not there or is closed.
 */
export async function useAccountFirst(
  id: string,
  { actor, now }: Readonly<{ actor: string; now: Millis }>,
): Promise<void> {
  const accounts = listAccounts()
  const account = accounts.find((one) => one.id === id)
  if (!account || account.closedAt !== null) throw new DomainError('not_found')
  const order = accounts.map((one) => one.id)
  const before = order.indexOf(id)
  const after = accounts.findIndex((one) => one.rail === account.rail)
  const isMoved = after < before
  if (!isMoved && account.state === 'active') return
  const wanted = isMoved ? order.toSpliced(before, 1).toSpliced(after, 0, id) : order
  await commit([
    ...(isMoved ? wanted.map((accountId, position) => setAccountPosition(accountId, position)) : []),
    ...(account.state === 'active' ? [] : [setAccountState(id, 'active')]),
    recordAudit(
      {
        actor,
        action: 'provider_first',
        subject: `provider_account:${id}`,
        detail: { before: { position: before, state: account.state }, after: { position: after, state: 'active' } },
      },
      now,
    ),
  ])
}
