import { isDemo } from '../config/env.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { sendDelivery } from './send-delivery.ts'
import { findUndelivered } from './webhooks-queries.ts'

/**
 * Sends a message once more, whatever became of it; not one that was delivered.
 *
 * @throws DomainError `not_found`; Conflict `already_claimed` when it is just being sent.
 */
export async function retryDelivery(id: string, now: Millis): Promise<'delivered' | 'failed'> {
  const delivery = findUndelivered(id)
  if (!delivery) throw new DomainError('not_found')
  return sendDelivery(delivery, { now, isLoopbackAllowed: isDemo() })
}
