import { isDomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { changeAdStatus } from './change-ad-status.ts'
import { listAdsOver } from './expiry-queries.ts'

/** Takes ads whose time is over out of sale and of search; their pages stay and say so. @returns Their references. */
export async function expireAds(now: Millis): Promise<readonly string[]> {
  const expired: string[] = []
  for (const { id, ref } of listAdsOver(now)) {
    try {
      await changeAdStatus(id, { to: 'expired', now })
      expired.push(ref)
    } catch (error) {
      // Its advertiser sold or paused it a moment ago.
      if (!isDomainError(error)) throw error
    }
  }
  return expired
}
