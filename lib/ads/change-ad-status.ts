import { commit, type Step, withRetries } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import type { AdRecord } from './ad-record.ts'
import { findAdRecord } from './ad-record-queries.ts'
import { type AdStatus, canBecome, firstDates } from './ads.ts'
import { dateAd, indexAd, moveAdStatus, unindexAd } from './ads-store.ts'

/**
 * Moves an ad to another status; in the same commit it becomes findable, or stops being so.
 *
 * @returns The status it had.
 * @throws DomainError `not_found` for an unknown ad, `conflict` when its status may not become that one.
 */
export function changeAdStatus(id: number, change: Readonly<{ to: AdStatus; now: Millis }>): Promise<AdStatus> {
  return withRetries(async () => {
    const ad = findAdRecord(id)
    if (!ad) throw new DomainError('not_found')
    if (!canBecome(ad.status, change.to)) throw new DomainError('conflict')
    await commit(statusSteps(ad, change))
    return ad.status
  })
}

/**
 * The steps alone, for a commit that has other reasons too. An ad that is seen for the first time begins its time only
 * now: what it waited for staff or for its fee is not taken from it.
 */
export function statusSteps(ad: AdRecord, change: Readonly<{ to: AdStatus; now: Millis }>): readonly Step[] {
  const isFirst = change.to === 'published' && (ad.status === 'pending' || ad.status === 'draft')
  const dates = isFirst ? firstDates(ad, change.now) : undefined
  const moved = { ...ad, ...dates, status: change.to, updatedAt: change.now }
  return [
    moveAdStatus(ad.id, { from: ad.status, ...change }),
    ...(dates ? [dateAd(ad.id, dates)] : []),
    ...unindexAd(ad.id),
    ...indexAd(moved, change.now),
  ]
}
