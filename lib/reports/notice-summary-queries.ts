import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

export type NoticeSummary = Readonly<{ received: number; upheld: number; rejected: number; medianMs: number | null }>

const counts = readSql<Omit<NoticeSummary, 'medianMs'>>(`select count(*) as received,
  coalesce(sum(state = 'upheld'), 0) as upheld, coalesce(sum(state = 'rejected'), 0) as rejected
  from notices where created_at >= ?`)
const middle = readSql<{ took: number }>(`select answered_at - created_at as took from notices
  where created_at >= @since and answered_at is not null order by took
  limit 1 offset (select count(*) / 2 from notices where created_at >= @since and answered_at is not null)`)

/** What a transparency report counts: notices since then, how they ended, and the median time to an answer. */
export function summariseNotices(since: Millis): NoticeSummary {
  const found = counts.get(since) ?? { received: 0, upheld: 0, rejected: 0 }
  return { ...found, medianMs: middle.get({ since })?.took ?? null }
}
