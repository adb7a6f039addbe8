import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { listSuspense } from './statements-queries.ts'

export const suspenseOutcomes = ['returned', 'kept'] as const
/** `returned`: the provider takes it back, so it owes us so much less. `kept`: nobody claims it, it is other income. */
export type SuspenseOutcome = (typeof suspenseOutcomes)[number]

type Release = Readonly<{ id: number; outcome: SuspenseOutcome; reason: string }>

/**
 * Empties one amount out of suspense, with a reason; once.
 *
 * @throws DomainError `not_found`, also when somebody else was faster.
 */
export async function releaseSuspense(
  { id, outcome, reason }: Release,
  { actor, now }: Readonly<{ actor: string; now: number }>,
): Promise<void> {
  const item = listSuspense().find((waiting) => waiting.id === id)
  if (!item) throw new DomainError('not_found')
  const [accountId = ''] = item.sourceId.split(':')
  const target = outcome === 'returned' ? accounts.receivable(accountId) : accounts.otherIncome
  try {
    await commit([
      ...postTransaction({
        kind: 'suspense_release',
        sourceId: String(id),
        purchaseId: undefined,
        currency: item.currency,
        at: now,
        entries: [
          { account: accounts.suspense, amountMinor: item.amountMinor },
          { account: target, amountMinor: -item.amountMinor },
        ],
      }),
      recordAudit({ actor, action: 'suspense_released', subject: `ledger:${id}`, detail: { outcome, reason } }, now),
    ])
  } catch (error) {
    if (isConflict(error)) throw new DomainError('not_found')
    throw error
  }
}
