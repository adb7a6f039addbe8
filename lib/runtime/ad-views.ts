import { commit } from '../../db/commit.ts'
import { addAdViews, dayOf } from '../ads/ad-days-store.ts'
import { currentTime, type Millis } from '../time/time.ts'

type Counted = Map<string, number>
// Next bundles this file for pages apart from the server around them: only globalThis is one.
const shared = globalThis as typeof globalThis & { oboleAdViews?: Counted }

/** An ad's own page; what stands beside it under the ad's address is another page. */
const adPage = /^\/(?:fr\/annonce|en\/ad)\/([0-9A-HJKMNP-TV-Z]{6})\/(?!(?:contact|signaler|report)$)[^/]+$/
const robots =
  /bot|crawl|spider|slurp|preview|fetch|monitor|curl|wget|python|java\/|headless|lighthouse|facebookexternal/i
const mostAds = 50_000
const adsAtOnce = 500

type Looked = Readonly<{ method: string; path: string; userAgent: string; isPrefetch: boolean }>

/**
 * Counts a look at an ad's page, in memory; known robots, prefetching and anything but a GET count nothing. Which of the
 * pages exist is only seen when the counts are written.
 */
export function noteAdView({ method, path, userAgent, isPrefetch }: Looked): void {
  const ref = method === 'GET' && !isPrefetch ? adPage.exec(path)?.[1] : undefined
  if (ref === undefined || userAgent === '' || robots.test(userAgent)) return
  shared.oboleAdViews ??= new Map()
  const counted = shared.oboleAdViews
  if (counted.size < mostAds || counted.has(ref)) counted.set(ref, (counted.get(ref) ?? 0) + 1)
}

/**
 * Writes what was counted since the last time, so many ads at once that a page waits for none of it; counts that cannot
 * be written are counted again.
 */
export async function writeAdViews(now: Millis = currentTime()): Promise<void> {
  const counted = [...(shared.oboleAdViews ?? [])]
  const left = new Map(counted)
  shared.oboleAdViews = new Map()
  try {
    for (let from = 0; from < counted.length; from += adsAtOnce) {
      const some = counted.slice(from, from + adsAtOnce)
      await commit(some.map(([ref, views]) => addAdViews(ref, views, dayOf(now))))
      for (const [ref] of some) left.delete(ref)
    }
  } catch (error) {
    for (const [ref, views] of left) shared.oboleAdViews.set(ref, (shared.oboleAdViews.get(ref) ?? 0) + views)
    throw error
  }
}
