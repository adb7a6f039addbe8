import type { Millis } from '../time/time.ts'
import { changeAdStatus } from './change-ad-status.ts'
import { listRunOutAds } from './due-ads-queries.ts'

const batchSize = 500

/** Takes ads that have run out off sale and out of search. @returns Their ids, for the page cache; repeat while any. */
export async function expireAds(now: Millis): Promise<readonly number[]> {
  const ids = listRunOutAds(now, batchSize)
  await Promise.all(ids.map((id) => changeAdStatus(id, { to: 'expired', now })))
  return ids
}
