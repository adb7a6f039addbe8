import { anyRows, one, type Step } from '../../db/commit.ts'
import { webhookDeliveries, webhookEndpoints } from '../../db/schema/operations.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import { seal } from '../config/keys.ts'
import type { Millis } from '../time/time.ts'
import type { WebhookEvent, WebhookSecrets } from './webhooks.ts'

const insertRow = writeStatement<Row<typeof webhookEndpoints>>((db) =>
  db.insert(webhookEndpoints).values(everyColumn(webhookEndpoints)),
)
const insertDeliveryRow = writeStatement<Row<typeof webhookDeliveries>>((db) =>
  db.insert(webhookDeliveries).values(everyColumn(webhookDeliveries)),
)

export type NewEndpoint = Readonly<{
  id: string
  label: string
  url: string
  secrets: WebhookSecrets
  /** What happened up to here is not told. */
  seenReceipt: number
  seenRefund: number
  createdAt: Millis
}>

const sealed = (id: string, secrets: WebhookSecrets) => seal('webhooks', id, JSON.stringify(secrets))

export function insertEndpoint({ secrets, ...rest }: NewEndpoint): Step {
  return one(insertRow({ ...rest, state: 'active', secretSealed: sealed(rest.id, secrets) }), 'already_exists')
}

const setState = writeSql('update webhook_endpoints set state = ? where id = ?')
const setSecret = writeSql('update webhook_endpoints set secret_sealed = ? where id = ?')
const deleteDeliveries = writeSql('delete from webhook_deliveries where endpoint_id = ?')
const deleteRow = writeSql('delete from webhook_endpoints where id = ?')

/** A paused endpoint is sent nothing; what happens meanwhile waits for it. */
export function setEndpointState(id: string, state: 'active' | 'paused'): Step {
  return one(setState(state, id), 'not_found')
}

export function setEndpointSecrets(id: string, secrets: WebhookSecrets): Step {
  return one(setSecret(sealed(id, secrets), id), 'not_found')
}

/** Removes an endpoint and everything that was or would have been sent to it. */
export function deleteEndpoint(id: string): readonly Step[] {
  return [anyRows(deleteDeliveries(id)), one(deleteRow(id), 'not_found')]
}

const advance = writeSql(`update webhook_endpoints set seen_receipt = ?, seen_refund = ?
  where id = ? and seen_receipt = ? and seen_refund = ?`)

export type Seen = Readonly<{ seenReceipt: number; seenRefund: number }>

/** Notes how far an endpoint has been told; whoever read the same place a moment later loses, with `already_claimed`. */
export function advanceEndpoint(id: string, from: Seen, to: Seen): Step {
  return one(advance(to.seenReceipt, to.seenRefund, id, from.seenReceipt, from.seenRefund), 'already_claimed')
}

export type NewDelivery = Readonly<{
  id: string
  endpointId: string
  eventId: string
  eventType: WebhookEvent
  payload: string
  createdAt: Millis
}>

/** A message to one endpoint, due at once. The same event twice conflicts with `already_recorded`. */
export function insertDelivery(delivery: NewDelivery): Step {
  const { createdAt } = delivery
  const fresh = { attempts: 0, nextAttemptAt: createdAt, deliveredAt: null, lastAnswer: null }
  return one(insertDeliveryRow({ ...delivery, ...fresh }), 'already_recorded')
}

const lease = writeSql(`update webhook_deliveries set attempts = attempts + 1, next_attempt_at = ?
  where id = ? and attempts = ? and delivered_at is null`)
const delivered = writeSql(`update webhook_deliveries set delivered_at = ?, next_attempt_at = null, last_answer = ?
  where id = ? and delivered_at is null`)
const failed = writeSql(`update webhook_deliveries set next_attempt_at = ?, last_answer = ?
  where id = ? and attempts = ? and delivered_at is null`)
const forget = writeSql('delete from webhook_deliveries where created_at < ? and next_attempt_at is null')

/** Takes a message for sending; whoever read the same number of attempts loses, with `already_claimed`. */
export function leaseDelivery({ id, attempts }: Readonly<{ id: string; attempts: number }>, until: Millis): Step {
  return one(lease(until, id, attempts), 'already_claimed')
}

export function markDelivered(id: string, answer: string, now: Millis): Step {
  return anyRows(delivered(now, answer, id))
}

/** @param next When to try again; undefined gives up. */
export function markUndelivered(
  { id, attempts }: Readonly<{ id: string; attempts: number }>,
  { answer, next }: Readonly<{ answer: string; next: Millis | undefined }>,
): Step {
  return anyRows(failed(next ?? null, answer, id, attempts))
}

/** Forgets what was delivered or given up before a moment; events already told are never told again. */
export function forgetDeliveries(before: Millis): Step {
  return anyRows(forget(before))
}
