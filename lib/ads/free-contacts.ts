import { commit, withRetries } from '../../db/commit.ts'
import type { Millis } from '../time/time.ts'
import { findAdRecord } from './ad-record-queries.ts'
import { indexAd, requireUnchanged, unindexAd } from './ads-store.ts'
import { listAdsBecomeFree } from './due-ads-queries.ts'

const batchSize = 500

/**
 * Files ads whose contact has become free under "free". Pages and the checkout read the price from the ad and the
 * clock; only the filters and counts of the search wait for this.
 *
 * @returns Their ids, for the page cache; repeat while any.
 */
export async function freeContacts(now: Millis): Promise<readonly number[]> {
  const ids = listAdsBecomeFree(now, batchSize)
  await Promise.all(
    ids.map((id) =>
      withRetries(async () => {
        const ad = findAdRecord(id)
        if (ad) await commit([requireUnchanged(ad), ...unindexAd(id), ...indexAd(ad, now)])
      }),
    ),
  )
  return ids
}
