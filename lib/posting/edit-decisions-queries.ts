import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const since = readSql<{ kind: string }>(
  'select kind from decisions where ad_id = ? and at >= ? order by at desc, id desc limit 1',
)

/** What staff last decided about an ad since a moment; undefined while nothing. */
export function findDecisionSince(adId: number, at: Millis): string | undefined {
  return since.get(adId, at)?.kind
}
