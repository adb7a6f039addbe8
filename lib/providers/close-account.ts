import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { findAccount } from './accounts-queries.ts'
import { closeAccountRow } from './accounts-store.ts'

/** Ends a contract: nothing new goes through it, what it began finishes, its history stays. @throws DomainError not_found. */
export async function closeAccount({
  id,
  actor,
  now,
}: Readonly<{ id: string; actor: string; now: number }>): Promise<void> {
  const account = findAccount(id)
  if (!account || account.rail === 'wallet' || account.rail === 'voucher') throw new DomainError('not_found')
  if (account.closedAt !== null) return
  await commit([
    closeAccountRow(id, now),
    recordAudit({ actor, action: 'provider_closed', subject: `provider_account:${id}` }, now),
  ])
}
