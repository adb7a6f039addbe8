import { commit, withRetries } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { findAdRecord } from './ad-record-queries.ts'
import { type AdStatus, canBecome } from './ads.ts'
import { indexAd, moveAdStatus, unindexAd } from './ads-store.ts'

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
    const moved = { ...ad, status: change.to, updatedAt: change.now }
    await commit([moveAdStatus(id, { from: ad.status, ...change }), ...unindexAd(id), ...indexAd(moved, change.now)])
    return ad.status
  })
}
