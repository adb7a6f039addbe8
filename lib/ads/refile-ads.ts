import { commit, withRetries } from '../../db/commit.ts'
import type { Millis } from '../time/time.ts'
import { findAdRecord } from './ad-record-queries.ts'
import { indexAd, requireUnchanged, unindexAd } from './ads-store.ts'
import { listPublishedIds } from './refile-queries.ts'

const batchSize = 100

/**
 * Files the published ads of a category anew for the search, after its fields or its place in the tree changed.
 *
 * @param from `after` is the last ad that was done; `most` about how many to do now.
 * @returns The last ad done, or undefined when none is left.
 */
export async function refileAds(
  categoryId: number,
  from: Readonly<{ after: number; most: number; now: Millis }>,
): Promise<number | undefined> {
  let { after } = from
  for (let done = 0; done < from.most; done += batchSize) {
    const start = after
    const ids = await withRetries(async () => {
      const batch = listPublishedIds(categoryId, { after: start, limit: batchSize })
      const steps = batch.flatMap((id) => {
        const ad = findAdRecord(id)
        return ad ? [requireUnchanged(ad), ...unindexAd(id), ...indexAd(ad, from.now)] : []
      })
      if (steps.length > 0) await commit(steps)
      return batch
    })
    after = ids.at(-1) ?? after
    if (ids.length < batchSize) return undefined
  }
  return after
}
