import { commit } from '../../db/commit.ts'
import { eachAlone } from '../errors/each-alone.ts'
import type { Charge } from '../purchases/purchases.ts'
import { listChargesDue } from '../purchases/purchases-queries.ts'
import { expirePurchasesBefore, putOffCheck } from '../purchases/purchases-store.ts'
import { minute } from '../time/time.ts'
import { checkCharge } from './check-charge.ts'

/** So many unanswered questions in a row, and a provider is left alone until the next minute. */
const patience = 3

/**
 * Asks providers about every charge whose time has come; callbacks get lost. Each provider has a queue of its own, so
 * one that hangs holds up nobody else's payers.
 *
 * @returns The purchases asked about.
 * @throws AggregateError of what failed, after all were asked about.
 */
export async function sweepCharges(now: number): Promise<readonly string[]> {
  const due = listChargesDue(now)
  const queues = Map.groupBy(due, ({ accountId }) => accountId)
  const ended = await Promise.allSettled([...queues.values()].map((charges) => askInTurn(charges, now)))
  const failed = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  if (failed.length > 0) throw new AggregateError(failed, 'Some charges could not be asked about')
  return due.map((charge) => charge.purchaseId)
}

async function askInTurn(charges: readonly Charge[], now: number): Promise<void> {
  let unanswered = 0
  await eachAlone(charges, async (charge) => {
    if (unanswered >= patience) return commit([putOffCheck(charge.id, now + minute)])
    const before = unanswered
    await checkCharge(charge, now, () => {
      unanswered += 1
    })
    if (unanswered === before) unanswered = 0
  })
}

/** Closes purchases whose time is over. Money that still comes for them is honoured. */
export async function expirePurchases(now: number): Promise<void> {
  await commit([expirePurchasesBefore(now)])
}
