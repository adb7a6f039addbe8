import { readSql } from '../../db/statement.ts'
import { steadySql } from '../../db/steady-sql.ts'
import type { Millis } from '../time/time.ts'

type Id = Readonly<{ id: number }>

const runOut = readSql<Id>(
  `select id from ads where status = 'published' and expires_at <= ? order by expires_at limit ?`,
)
const becomeFree = readSql<Id>(
  steadySql(`select a.id from ads a cross join search_documents d on d.ad_id = a.id
   where a.free_from is not null and a.free_from <= ? and a.reveal_mode = 'paid_then_free' and d.reveal_minor > 0
   order by a.free_from limit ?`),
)

/** Published ads that have run out. */
export function listRunOutAds(now: Millis, limit: number): readonly number[] {
  return runOut.all(now, limit).map(({ id }) => id)
}

/** Ads whose contact is free by now and still found under its former price. */
export function listAdsBecomeFree(now: Millis, limit: number): readonly number[] {
  return becomeFree.all(now, limit).map(({ id }) => id)
}
