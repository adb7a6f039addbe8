import { readSql } from '../../db/statement.ts'
import type { Currency } from '../money/money.ts'
import type { Millis } from '../time/time.ts'
import type { RefundDestination } from './claims.ts'

export type RefundRequest = Readonly<{
  id: string
  purchaseId: string
  amountMinor: number
  currency: Currency
  destination: RefundDestination
  reason: string
  state: 'waiting' | 'approved' | 'rejected'
  requestedBy: string
  requestedByName: string | null
  decidedBy: string | null
  decidedByName: string | null
  createdAt: Millis
  decidedAt: Millis | null
}>

const columns = `r.id, r.purchase_id as purchaseId, r.amount_minor as amountMinor, p.currency, r.destination, r.reason,
  r.state, r.requested_by as requestedBy, a.display_name as requestedByName, r.decided_by as decidedBy,
  d.display_name as decidedByName, r.created_at as createdAt, r.decided_at as decidedAt
  from refund_requests r join purchases p on p.id = r.purchase_id
  left join members a on a.id = r.requested_by left join members d on d.id = r.decided_by`
const byId = readSql<RefundRequest>(`select ${columns} where r.id = ?`)
const byState = readSql<RefundRequest>(`select ${columns} where r.state = 'waiting' order by r.created_at limit 200`)
const decided = readSql<RefundRequest>(
  `select ${columns} where r.state <> 'waiting' order by r.decided_at desc limit 50`,
)
const ofPurchase = readSql<RefundRequest>(`select ${columns} where r.purchase_id = ? order by r.created_at`)

export function findRefundRequest(id: string): RefundRequest | undefined {
  return byId.get(id)
}

/** Those that wait for a second person, the oldest first, and the last that were decided. */
export function listRefundRequests(): Readonly<{
  waiting: readonly RefundRequest[]
  decided: readonly RefundRequest[]
}> {
  return { waiting: byState.all(), decided: decided.all() }
}

export function listRefundRequestsOf(purchaseId: string): readonly RefundRequest[] {
  return ofPurchase.all(purchaseId)
}
