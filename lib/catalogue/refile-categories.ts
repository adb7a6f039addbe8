import { commit, type Step } from '../../db/commit.ts'
import { refileAds } from '../ads/refile-ads.ts'
import type { Setting } from '../settings/settings.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { saveSetting } from '../settings/settings-store.ts'
import type { Millis } from '../time/time.ts'

/** A step that has the ads of some categories filed anew, for the commit that makes it necessary. */
export function orderRefiling(categoryIds: readonly number[], now: Millis): Step {
  const ordered = categoryIds.map((categoryId) => ({ categoryId, after: 0 }))
  const others = findSetting('refiling').filter(({ categoryId }) => !categoryIds.includes(categoryId))
  return saveSetting('refiling', [...others, ...ordered], now)
}

/**
 * Goes on with what was ordered, about `most` ads in each category it comes to.
 *
 * @returns How many categories were worked on.
 */
export async function refileCategories(now: Millis, most = 1000): Promise<number> {
  const waiting = findSetting('refiling')
  const worked = waiting.slice(0, 10)
  for (const { categoryId, after } of worked) {
    const reached = await refileAds(categoryId, { after, most, now })
    await commit([saveSetting('refiling', withReached(findSetting('refiling'), { categoryId, after, reached }), now)])
  }
  return worked.length
}

/** A category that was ordered again meanwhile begins again. */
function withReached(
  waiting: Setting<'refiling'>,
  done: Readonly<{ categoryId: number; after: number; reached: number | undefined }>,
): Setting<'refiling'> {
  return waiting.flatMap((entry) => {
    if (entry.categoryId !== done.categoryId || entry.after !== done.after) return [entry]
    return done.reached === undefined ? [] : [{ ...entry, after: done.reached }]
  })
}
