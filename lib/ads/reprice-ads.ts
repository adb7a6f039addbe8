import { commit, withRetries } from '../../db/commit.ts'
import type { Millis } from '../time/time.ts'
import { findAdRecord } from './ad-record-queries.ts'
import { indexAd, requireUnchanged, setRevealPrice, unindexAd } from './ads-store.ts'
import { listMispricedAds } from './reveal-price-queries.ts'

const batchSize = 100

/**
 * Gives ads the price of their category, in search and lists too, a batch in a commit. What somebody was already
 * quoted stays as it was quoted.
 *
 * @param wanted Minor units by id of the category.
 * @param most Stop after about so many ads; the same call goes on later.
 * @returns References of the ads changed, for the page cache, and whether none is left.
 */
export async function repriceAds(
  wanted: ReadonlyMap<number, number>,
  { now, most }: Readonly<{ now: Millis; most: number }>,
): Promise<Readonly<{ refs: readonly string[]; isDone: boolean }>> {
  const refs: string[] = []
  let after = 0
  while (refs.length < most) {
    const changed = await withRetries(async () => {
      const batch = listMispricedAds(wanted, { after, limit: batchSize })
      const steps = batch.flatMap(({ id, from, to }) => {
        const ad = findAdRecord(id)
        if (!ad) return []
        const priced = { ...ad, revealPriceMinor: to }
        return [requireUnchanged(ad), setRevealPrice(id, { from, to }), ...unindexAd(id), ...indexAd(priced, now)]
      })
      if (steps.length > 0) await commit(steps)
      return batch
    })
    refs.push(...changed.map(({ ref }) => ref))
    after = changed.at(-1)?.id ?? after
    if (changed.length < batchSize) return { refs, isDone: true }
  }
  return { refs, isDone: false }
}
