import { readSql } from '../../db/statement.ts'
import { unseal } from '../config/keys.ts'
import type { Millis } from '../time/time.ts'
import type { ToldPurchase, ToldRefund, WebhookEvent, WebhookSecrets } from './webhooks.ts'
import type { Seen } from './webhooks-store.ts'

export type Endpoint = Readonly<{
  id: string
  label: string
  url: string
  state: 'active' | 'paused'
  createdAt: Millis
  delivered: number
  waiting: number
  dead: number
}>

const endpoints = readSql<Endpoint>(`
  select e.id, e.label, e.url, e.state, e.created_at as createdAt,
    coalesce(sum(d.delivered_at is not null), 0) as delivered,
    coalesce(sum(d.delivered_at is null and d.next_attempt_at is not null), 0) as waiting,
    coalesce(sum(d.delivered_at is null and d.next_attempt_at is null and d.id is not null), 0) as dead
  from webhook_endpoints e left join webhook_deliveries d on d.endpoint_id = e.id
  group by e.id order by e.created_at, e.id`)

/** Every endpoint with how its messages fare. No secret is part of it. */
export const listEndpoints = (): readonly Endpoint[] => endpoints.all()

const places = readSql<Seen & Readonly<{ id: string }>>(
  'select id, seen_receipt as seenReceipt, seen_refund as seenRefund from webhook_endpoints',
)
/** How far each endpoint has been told. */
export const listPlaces = () => places.all()

const ends = readSql<Seen>(`select coalesce((select max(number) from receipts), 0) as seenReceipt,
  coalesce((select max(rowid) from refunds), 0) as seenRefund`)
/** How far there is something to tell. */
export const findEnd = (): Seen => ends.get() ?? { seenReceipt: 0, seenRefund: 0 }

const secretRow = readSql<{ label: string; sealed: Buffer }>(
  'select label, secret_sealed as sealed from webhook_endpoints where id = ?',
)

export function findSecrets(id: string): Readonly<{ label: string; secrets: WebhookSecrets }> | undefined {
  const row = secretRow.get(id)
  return row && { label: row.label, secrets: JSON.parse(unseal('webhooks', id, row.sealed)) as WebhookSecrets }
}

const told = `p.id, p.kind, p.country, p.currency, p.price_minor as priceMinor, p.paid_minor as paidMinor,
  p.refunded_minor as refundedMinor, p.reversed_minor as reversedMinor, p.settled_at as settledAt, c.rail,
  c.account_id as accountId, c.commission_minor as commissionMinor, c.vat_minor as vatMinor,
  c.payout_minor as payoutMinor, c.is_payout_estimate as isPayoutEstimate, c.payout_due_at as payoutDueAt`

const settled = readSql<ToldPurchase & Readonly<{ place: number }>>(`select r.number as place, ${told}
  from receipts r join purchases p on p.id = r.purchase_id join charges c on c.id = p.settled_charge_id
  where r.number > ? order by r.number limit ?`)
const refunded = readSql<
  ToldPurchase &
    Readonly<{ place: number; refundId: string; refundMinor: number; destination: 'wallet' | 'provider'; at: Millis }>
>(`select f.rowid as place, f.id as refundId, f.amount_minor as refundMinor, f.destination, f.at, ${told}
  from refunds f join purchases p on p.id = f.purchase_id join charges c on c.id = p.settled_charge_id
  where f.rowid > ? order by f.rowid limit ?`)

/** Purchases in the order they were settled in, after a place. A receipt is written in the commit that settles. */
export function listSettledAfter(place: number, limit: number) {
  return settled.all(place, limit).map(({ place: at, ...purchase }) => ({ place: at, purchase }))
}

export function listRefundedAfter(place: number, limit: number) {
  return refunded.all(place, limit).map(({ place: at, refundId, refundMinor, destination, at: when, ...purchase }) => {
    const refund: ToldRefund = { id: refundId, amountMinor: refundMinor, destination, at: when }
    return { place: at, purchase, refund }
  })
}

export type DueDelivery = Readonly<{
  id: string
  endpointId: string
  url: string
  eventId: string
  payload: string
  attempts: number
}>

const dueColumns = `d.id, d.endpoint_id as endpointId, e.url, d.event_id as eventId, d.payload, d.attempts
  from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id`
const due = readSql<DueDelivery>(`select ${dueColumns}
  where d.next_attempt_at <= ? and e.state = 'active' order by d.next_attempt_at limit ?`)
const single = readSql<DueDelivery>(`select ${dueColumns} where d.id = ? and d.delivered_at is null`)

export const listDueDeliveries = (now: Millis, limit: number): readonly DueDelivery[] => due.all(now, limit)
/** One that was not delivered, whatever became of it. */
export const findUndelivered = (id: string): DueDelivery | undefined => single.get(id)

export type ShownDelivery = Readonly<{
  id: string
  label: string
  eventId: string
  eventType: WebhookEvent
  attempts: number
  nextAttemptAt: Millis | null
  deliveredAt: Millis | null
  lastAnswer: string | null
  createdAt: Millis
}>

const last = readSql<ShownDelivery>(`select d.id, e.label, d.event_id as eventId, d.event_type as eventType, d.attempts,
    d.next_attempt_at as nextAttemptAt, d.delivered_at as deliveredAt, d.last_answer as lastAnswer,
    d.created_at as createdAt
  from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
  order by (d.delivered_at is null and d.next_attempt_at is null) desc, d.created_at desc, d.id desc limit ?`)

/** The last messages; those given up stand first, because somebody has to look at them. */
export const listLastDeliveries = (limit: number): readonly ShownDelivery[] => last.all(limit)
