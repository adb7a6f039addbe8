import { commit } from '../../db/commit.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { statusSteps } from '../ads/change-ad-status.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { destroyUnboughtContact } from '../reveals/reveals-store.ts'
import type { Millis } from '../time/time.ts'
import { listUnpaidAds } from './unpaid-ads-queries.ts'

const batchSize = 200

/**
 * Takes away ads whose fee was not paid within thirty days, with their contacts: nobody ever saw them.
 *
 * @returns How many.
 */
export async function clearUnpaidAds(now: Millis): Promise<number> {
  let count = 0
  for (const id of listUnpaidAds(now, batchSize)) if (await clearOne(id, now)) count += 1
  return count
}

async function clearOne(id: number, now: Millis): Promise<boolean> {
  const ad = findAdRecord(id)
  if (ad?.status !== 'draft') return false
  try {
    await commit([
      ...statusSteps(ad, { to: 'deleted', now }),
      destroyUnboughtContact(id),
      recordAudit({ actor: 'system', action: 'ad_unpaid', subject: `ad:${ad.ref}` }, now),
    ])
    return true
  } catch (error) {
    // Its fee was paid this moment.
    if (!isConflict(error)) throw error
    return false
  }
}
