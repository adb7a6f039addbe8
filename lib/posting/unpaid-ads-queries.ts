import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import { draftLifeMs } from './drafts.ts'

const unpaid = readSql<{ id: number }>(`select id from ads where status = 'draft' and updated_at <= @until
  and not exists (select 1 from purchases p where p.ad_id = ads.id and p.state in ('pending', 'settled'))
  order by id limit @limit`)

/** Ads that were sent in, whose fee nobody paid or is paying, and that nobody touched for as long as a draft is kept. */
export function listUnpaidAds(now: Millis, limit: number): readonly number[] {
  return unpaid.all({ until: now - draftLifeMs, limit }).map(({ id }) => id)
}
