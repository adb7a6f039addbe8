import { commit } from '../../db/commit.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { replaceAd } from '../ads/ads-store.ts'
import { isConflict } from '../errors/conflict.ts'
import type { Millis } from '../time/time.ts'
import { editedRecord, requireReady } from './draft-record.ts'
import { viewDraft } from './draft-view-queries.ts'
import type { Draft } from './drafts.ts'
import { listWaitingEdits } from './drafts-queries.ts'
import { closeEdit, reopenDraft } from './drafts-store.ts'
import { findStandingDecision } from './edit-decisions-queries.ts'

/**
 * Changes that waited for staff take effect once the ad's case was approved. After any other answer they go back to the
 * advertiser, who may change them again; so do those in which something is missing by now, such as a field that the
 * category asks for since.
 *
 * @returns The references of the ads that changed.
 */
export async function applyDecidedEdits(now: Millis): Promise<readonly string[]> {
  const refs: string[] = []
  for (const draft of listWaitingEdits(now)) {
    const ref = await applyOne(draft, now)
    if (ref !== undefined) refs.push(ref)
  }
  return refs
}

async function applyOne(draft: Draft, now: Millis): Promise<string | undefined> {
  const { adId, submittedAt } = draft
  if (adId === null || submittedAt === null) return undefined
  const decision = findStandingDecision(adId, submittedAt)
  const ad = decision && findAdRecord(adId)
  if (!ad) return undefined
  const view = viewDraft(draft, now)
  try {
    if (decision !== 'approve' || !view.isReady) {
      await commit([reopenDraft({ id: draft.id, now })])
      return undefined
    }
    const edited = editedRecord(requireReady(view), ad, now)
    await commit([closeEdit({ id: draft.id, now }), ...replaceAd(edited, { seen: ad, now })])
    return ad.ref
  } catch (error) {
    // Somebody else was faster; the next turn looks again.
    if (!isConflict(error)) throw error
    return undefined
  }
}
