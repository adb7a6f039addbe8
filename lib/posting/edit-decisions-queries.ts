import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const standing = readSql<{ kind: string }>(`select kind from decisions d
  where ad_id = ? and at >= ? and kind in ('approve', 'refuse', 'ask_change', 'suspend')
    and not exists (select 1 from decisions u where u.undoes = d.id) order by at desc, rowid desc limit 1`)

/** What staff last decided about an ad since a moment and did not undo; undefined while nothing. */
export function findStandingDecision(adId: number, since: Millis = 0): string | undefined {
  return standing.get(adId, since)?.kind
}
