import { commit } from '../../db/commit.ts'
import { isConflict } from '../errors/conflict.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { webhookPayload } from './webhooks.ts'
import { listPlaces, listRefundedAfter, listSettledAfter } from './webhooks-queries.ts'
import { advanceEndpoint, insertDelivery, type NewDelivery, type Seen } from './webhooks-store.ts'

const perRun = 200

/**
 * Writes a message for every purchase that was settled or refunded since an endpoint was last told.
 *
 * Where an endpoint stands moves in the commit that writes its messages, so a crash or a second worker neither loses
 * one nor writes it twice. Paused endpoints are written to as well: their messages wait.
 *
 * @returns How many were written.
 */
export async function recordEvents(now: Millis): Promise<number> {
  let count = 0
  for (const { id, ...seen } of listPlaces()) {
    const { deliveries, end } = newDeliveries(id, seen, now)
    if (deliveries.length === 0) continue
    try {
      await commit([advanceEndpoint(id, seen, end), ...deliveries.map(insertDelivery)])
      count += deliveries.length
    } catch (error) {
      if (!isConflict(error, 'already_claimed')) throw error
    }
  }
  return count
}

function newDeliveries(endpointId: string, seen: Seen, now: Millis): { deliveries: NewDelivery[]; end: Seen } {
  const settled = listSettledAfter(seen.seenReceipt, perRun)
  const refunded = listRefundedAfter(seen.seenRefund, perRun)
  const common = () => ({ id: newId(), endpointId, createdAt: now })
  return {
    deliveries: [
      ...settled.map(({ purchase }) => ({
        ...common(),
        eventId: `settled_${purchase.id}`,
        eventType: 'purchase.settled' as const,
        payload: webhookPayload('purchase.settled', { at: purchase.settledAt, purchase }),
      })),
      ...refunded.map(({ purchase, refund }) => ({
        ...common(),
        eventId: `refunded_${refund.id}`,
        eventType: 'purchase.refunded' as const,
        payload: webhookPayload('purchase.refunded', { at: refund.at, purchase, refund }),
      })),
    ],
    end: {
      seenReceipt: settled.at(-1)?.place ?? seen.seenReceipt,
      seenRefund: refunded.at(-1)?.place ?? seen.seenRefund,
    },
  }
}
