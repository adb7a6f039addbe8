import { readSql } from '../../db/statement.ts'

/** How much waits for staff, by the page that lists it. */
export type DueCounts = Readonly<Record<'moderation' | 'notices' | 'appeals' | 'claims' | 'refunds', number>>

const counts = readSql<DueCounts>(`select
  (select count(*) from moderation_cases where state = 'open') as moderation,
  (select count(*) from notices where state = 'received') as notices,
  (select count(*) from appeals where state = 'open') as appeals,
  (select count(*) from claims where state = 'open' and seller_until is null) as claims,
  (select count(*) from refund_requests where state = 'waiting') as refunds`)
const nothing: DueCounts = { moderation: 0, notices: 0, appeals: 0, claims: 0, refunds: 0 }

export function countDue(): DueCounts {
  return counts.get() ?? nothing
}
