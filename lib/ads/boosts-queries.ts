import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import type { RunningBoost } from './boosts.ts'

const running = readSql<RunningBoost>(
  "select kind, ends_at as endsAt from ad_boosts where ad_id = ? and ends_at > ? and coalesce(purchase_id, '') <> ?",
)
const sumOfEnds = readSql<{ sum: number }>('select coalesce(sum(ends_at), 0) as sum from ad_boosts where ad_id = ?')
const over = readSql<{ id: number; ref: string }>(
  'select id, ref from ads where boost_until is not null and boost_until <= ? order by boost_until limit ?',
)
const sponsorsOver = readSql<{ id: number; ref: string }>(
  `select a.id, a.ref from ad_boosts b cross join ads a on a.id = b.ad_id
   where b.ends_at <= ? and b.ends_at > ? and b.kind = 'sponsor' and a.sponsored_until is not null
     and a.sponsored_until <= ? limit ?`,
)

/** @param without A purchase whose boost is not counted. */
export function listRunningBoosts(adId: number, now: Millis, without = '-'): readonly RunningBoost[] {
  return running.all(adId, now, without)
}

/** A number that is another as soon as an ad gets a boost or one ends early; see `setBoost`. */
export function sumBoostEnds(adId: number): number {
  return sumOfEnds.get(adId)?.sum ?? 0
}

/** Ads whose label has run out. */
export function listAdsBoostedUntil(now: Millis, limit: number) {
  return over.all(now, limit)
}

/** Ads whose sponsored time ended within the last two days and is still noted. */
export function listAdsSponsoredUntil(now: Millis, limit: number) {
  return sponsorsOver.all(now, now - 2 * 86_400_000, now, limit)
}
