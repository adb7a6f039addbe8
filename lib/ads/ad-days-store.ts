import { anyRows, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { isoTime, type Millis } from '../time/time.ts'

const unlockRow = writeSql(`insert into ad_days (ad_id, day, views, unlocks) values (?, ?, 0, 1)
  on conflict (ad_id, day) do update set unlocks = unlocks + 1`)
const viewsRow = writeSql(`insert into ad_days (ad_id, day, views, unlocks)
  select id, ?, ?, 0 from ads where ref = ? on conflict (ad_id, day) do update set views = views + excluded.views`)

/** The day of a moment in UTC: `2026-11-22`. */
export function dayOf(at: Millis): string {
  return isoTime(at).slice(0, 10)
}

/** One more unlock of the ad today, for the commit that grants it. */
export function countAdUnlock(adId: number, now: Millis): Step {
  return anyRows(unlockRow(adId, dayOf(now)))
}

/** So many views of one ad on one day; a reference nobody has counts nothing. */
export function addAdViews(ref: string, views: number, day: string): Step {
  return anyRows(viewsRow(day, views, ref))
}
