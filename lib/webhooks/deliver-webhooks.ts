import { commit } from '../../db/commit.ts'
import { isDemo } from '../config/env.ts'
import { isConflict } from '../errors/conflict.ts'
import type { Millis } from '../time/time.ts'
import { sendDelivery } from './send-delivery.ts'
import { listDueDeliveries } from './webhooks-queries.ts'
import { forgetDeliveries } from './webhooks-store.ts'

const perRun = 200
const atOnce = 8
/** After this no further one is begun, so that a stop need not wait for long. */
const budgetMs = 5000

/**
 * Sends what is due, a few at a time so that one slow receiver does not hold up the others.
 *
 * @returns How many were taken and how many were not.
 */
export async function deliverWebhooks(
  now: Millis,
  options: Readonly<{ timeoutMs?: number }> = {},
): Promise<Readonly<{ delivered: number; failed: number }>> {
  const begun = performance.now()
  const waiting = [...listDueDeliveries(now, perRun)]
  const count = { delivered: 0, failed: 0 }
  const take = () => (performance.now() - begun < budgetMs ? waiting.shift() : undefined)
  const work = async () => {
    for (let next = take(); next; next = take()) {
      const outcome = await sendDelivery(next, { now, isLoopbackAllowed: isDemo(), ...options }).catch(ignoreTaken)
      if (outcome) count[outcome] += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return count
}

/** Another worker has it. */
function ignoreTaken(error: unknown): undefined {
  if (!isConflict(error, 'already_claimed')) throw error
}

/** Forgets messages that came to an end before a moment. */
export async function forgetWebhooks(before: Millis): Promise<void> {
  await commit([forgetDeliveries(before)])
}
