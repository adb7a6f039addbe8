import { Webhook } from 'standardwebhooks'
import { commit } from '../../db/commit.ts'
import { invariant } from '../errors/invariant.ts'
import type { Millis } from '../time/time.ts'
import { postWebhook } from './post-webhook.ts'
import { nextWebhookAttempt, secretsAt, webhookLeaseMs } from './webhooks.ts'
import { type DueDelivery, findSecrets } from './webhooks-queries.ts'
import { leaseDelivery, markDelivered, markUndelivered } from './webhooks-store.ts'

/**
 * Sends one message, signed, and notes what came of it.
 *
 * It is leased by a commit first, so two workers never send the same one; after a crash in between it is due again when
 * the lease ends, under the same `webhook-id`, by which receivers know a repeat.
 *
 * @throws Conflict `already_claimed` when another worker has it.
 */
export async function sendDelivery(
  delivery: DueDelivery,
  { now, ...options }: Readonly<{ now: Millis; isLoopbackAllowed: boolean; timeoutMs?: number }>,
): Promise<'delivered' | 'failed'> {
  const { id, endpointId, url, eventId, payload } = delivery
  await commit([leaseDelivery(delivery, now + webhookLeaseMs)])
  const found = findSecrets(endpointId)
  invariant(found, 'a message belongs to an endpoint')
  const signedAt = new Date(now)
  const signatures = secretsAt(found.secrets, now).map((secret) => new Webhook(secret).sign(eventId, signedAt, payload))
  const headers = {
    'webhook-id': eventId,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': signatures.join(' '),
    'User-Agent': 'Obole-Webhooks',
  }
  const { status, text } = await postWebhook({ url, headers, body: payload, ...options })
  const answer = [status, text.replace(/\s+/g, ' ').trim()].filter(Boolean).join(' ')
  if (status !== undefined && status >= 200 && status < 300) {
    await commit([markDelivered(id, answer, now)])
    return 'delivered'
  }
  const leased = { id, attempts: delivery.attempts + 1 }
  // 410 Gone says that nothing more is wanted there; the endpoint stays for a person to look at.
  const next = status === 410 ? undefined : nextWebhookAttempt(leased.attempts, now)
  await commit([markUndelivered(leased, { answer, next })])
  return 'failed'
}
