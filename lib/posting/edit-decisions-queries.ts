import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const since = readSql<{ kind: string }>(
  'select kind from decisions where ad_id = ? and at >= ? order by at desc, id desc limit 1',
)

/** What staff last decided about an ad since a moment; undefined while nothing. */
export function findDecisionSince(adId: number, at: Millis): string | undefined {
  return since.get(adId, at)?.kind
}

const standing = readSql<{ kind: string }>(`select kind from decisions d where ad_id = ? and kind <> 'restore'
  and not exists (select 1 from decisions u where u.undoes = d.id) order by at desc, rowid desc limit 1`)

/** The last decision about an ad that was not undone. */
export function findStandingDecision(adId: number): string | undefined {
  return standing.get(adId)?.kind
}
