import { findAdRecord } from '../ads/ad-record-queries.ts'
import { expireAds } from '../ads/expire-ads.ts'
import { freeContacts } from '../ads/free-contacts.ts'
import { invalidatePages } from '../http/page-tags.ts'
import { applyDecidedEdits } from '../posting/apply-decided-edits.ts'
import { clearDrafts } from '../posting/clear-drafts.ts'
import { clearUnpaidAds } from '../posting/clear-unpaid-ads.ts'
import { endBoosts } from '../posting/end-boosts.ts'
import { warnExpiringAds } from '../posting/warn-expiring-ads.ts'
import { deliverTexts } from '../providers/deliver-texts.ts'
import { hour, type Millis, minute, second } from '../time/time.ts'
import { writeAdViews } from './ad-views.ts'
import type { Job } from './start-jobs.ts'

/** The jobs that keep ads, drafts and their counts in order. */
export function adJobs(): readonly Job[] {
  return [
    { name: 'keep-ads', everyMs: minute, run: keepAds },
    { name: 'apply-edits', everyMs: 15 * second, run: applyEdits },
    { name: 'count-views', everyMs: 20 * second, run: writeAdViews },
    { name: 'deliver-texts', everyMs: 3 * second, run: sendTexts },
    { name: 'warn-expiring-ads', everyMs: hour, run: warn },
    { name: 'clear-drafts', everyMs: hour, run: clear },
  ]
}

/** Takes down what has run out, frees contacts whose paid time is over, and ends better places. */
async function keepAds(now: Millis): Promise<void> {
  const ids = [...(await expireAds(now)), ...(await freeContacts(now))]
  const refs = [...ids.flatMap((id) => findAdRecord(id)?.ref ?? []), ...(await endBoosts(now))]
  showChanged(refs)
}

async function applyEdits(now: Millis): Promise<void> {
  showChanged(await applyDecidedEdits(now))
}

async function sendTexts(now: Millis): Promise<void> {
  await deliverTexts(now)
}

async function warn(now: Millis): Promise<void> {
  await warnExpiringAds(now)
}

async function clear(now: Millis): Promise<void> {
  await clearDrafts(now)
  await clearUnpaidAds(now)
}

function showChanged(refs: readonly string[]): void {
  if (refs.length > 0) invalidatePages(['ads', ...refs.map((ref) => `ad:${ref}`)])
}
