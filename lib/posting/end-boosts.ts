import { commit, withRetries } from '../../db/commit.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { boostShown } from '../ads/boosts.ts'
import { listAdsBoostedUntil, listAdsSponsoredUntil, listRunningBoosts } from '../ads/boosts-queries.ts'
import { reindexed } from '../checkout/ad-services.ts'
import type { Millis } from '../time/time.ts'

const batchSize = 200

/**
 * Takes labels and sponsored prices off ads whose time for them is over; a weaker boost that still runs shows next.
 * Pages read the price from the clock, so only lists, filters and labels wait for this.
 *
 * @returns The references of the ads changed.
 */
export async function endBoosts(now: Millis): Promise<readonly string[]> {
  const over = [...listAdsBoostedUntil(now, batchSize), ...listAdsSponsoredUntil(now, batchSize)]
  const refs = new Set<string>()
  for (const { id, ref } of over) {
    if (refs.has(ref)) continue
    refs.add(ref)
    await withRetries(() => endOf(id, now))
  }
  return [...refs]
}

async function endOf(id: number, now: Millis): Promise<void> {
  const ad = findAdRecord(id)
  if (!ad) return
  const shown = boostShown(listRunningBoosts(id, now), now)
  const sponsoredUntil = ad.sponsoredUntil !== null && ad.sponsoredUntil <= now ? null : ad.sponsoredUntil
  await commit(reindexed(ad, { ...ad, ...shown, sponsoredUntil }, now))
}
