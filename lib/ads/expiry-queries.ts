import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const over = readSql<{ id: number; ref: string }>(
  "select id, ref from ads where status = 'published' and expires_at <= ? order by expires_at limit 200",
)

/** Published ads whose time is over, at most two hundred. */
export function listAdsOver(now: Millis): readonly Readonly<{ id: number; ref: string }>[] {
  return over.all(now)
}
