import { commit, type Step } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { loadReconciliation } from './load-reconciliation.ts'
import type { KeptLine, Variance as Reason } from './statement-types.ts'
import { bookedFees, listSuspendedLines } from './statements-queries.ts'
import { insertMonthClosing, stateChargeCommission } from './statements-store.ts'
import { suspendLines } from './suspended-lines.ts'

/**
 * Closes a month of an account by its statement: what the provider says it kept replaces what we had estimated, in the
 * charges and in the books, and stays so. Lines of money taken back were booked when we heard of them; fees, and lines
 * that name nothing of ours, are booked up to what the statement says, so that a month closed again does not book them
 * again.
 *
 * @throws DomainError `not_found`; `conflict` while lines are unexplained, when the month is closed already or when a
 *   charge of it changed meanwhile.
 */
export async function closeMonth(
  statementId: string,
  { actor, now }: Readonly<{ actor: string; now: number }>,
): Promise<Readonly<{ id: string; varianceMinor: number }>> {
  const { head, piles, unexplained, totals } = loadReconciliation(statementId)
  if (unexplained > 0) throw new DomainError('conflict')
  const id = newId()
  const stated = piles.matched.flatMap(({ line, charge, variance }) => {
    if (line.kind !== 'payment' || !charge) return []
    const commissionMinor = keptOf(line, charge.paidMinor, line.variance ?? variance?.reason)
    return commissionMinor === charge.commissionMinor ? [] : [{ charge, commissionMinor }]
  })
  const { accountId, month, currency } = head
  const fees = totals.feesMinor - bookedFees(accountId, month)
  const varianceMinor =
    stated.reduce((sum, { charge, commissionMinor }) => sum + commissionMinor - charge.commissionMinor, 0) + fees
  const { suspended, steps: suspending } = suspendLines(piles.unnamed, {
    before: listSuspendedLines(accountId, month),
    closing: { id, accountId, month, currency, now },
  })
  const steps: Step[] = [
    insertMonthClosing({ id, accountId, month, totals: { ...totals, suspended }, now, actor }),
    ...suspending,
    ...stated.map(({ charge, commissionMinor }) => stateChargeCommission(charge, commissionMinor)),
    ...(varianceMinor === 0 ? [] : postVariance({ id, accountId, currency, varianceMinor, now })),
    recordAudit(
      {
        actor,
        action: 'month_closed',
        subject: `provider_account:${accountId}`,
        detail: { month, varianceMinor },
      },
      now,
    ),
  ]
  try {
    await commit(steps)
  } catch (error) {
    if (isConflict(error)) throw new DomainError('conflict')
    throw error
  }
  return { id, varianceMinor }
}

/** What the provider keeps of a payment: its commission and what it never listed, unless that is only the tax. */
function keptOf(line: KeptLine, paidMinor: number, reason: Reason | undefined): number {
  return line.commissionMinor + (reason === 'vat' ? 0 : paidMinor - line.grossMinor)
}

type Variance = Readonly<{ id: string; accountId: string; currency: 'EUR' | 'GBP'; varianceMinor: number; now: number }>

function postVariance({ id, accountId, currency, varianceMinor, now }: Variance): Step[] {
  return postTransaction({
    kind: 'variance',
    sourceId: id,
    purchaseId: undefined,
    currency,
    at: now,
    entries: [
      { account: accounts.commission(accountId), amountMinor: varianceMinor },
      { account: accounts.receivable(accountId), amountMinor: -varianceMinor },
    ],
  })
}
