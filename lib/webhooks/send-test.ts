import { commit } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { retryDelivery } from './retry-delivery.ts'
import { webhookPayload } from './webhooks.ts'
import { findSecrets } from './webhooks-queries.ts'
import { insertDelivery } from './webhooks-store.ts'

/**
 * Sends a message without a purchase to an endpoint, paused or not, and waits for its answer.
 *
 * @throws DomainError `not_found`.
 */
export async function sendTest(endpointId: string, now: Millis): Promise<'delivered' | 'failed'> {
  if (!findSecrets(endpointId)) throw new DomainError('not_found')
  const id = newId()
  const payload = webhookPayload('endpoint.test', { at: now })
  await commit([
    insertDelivery({ id, endpointId, eventId: `test_${id}`, eventType: 'endpoint.test', payload, createdAt: now }),
  ])
  return retryDelivery(id, now)
}
