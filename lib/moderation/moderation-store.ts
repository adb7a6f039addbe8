import { anyRows, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { type CaseFind, type CaseReason, caseDueAt } from './moderation.ts'

const openRow = writeSql(`insert into moderation_cases
  (id, ad_id, reason, state, finds, claimed_by, claimed_until, created_at, due_at, decided_at, open_ad_id)
  values (@id, @adId, @reason, 'open', @finds, null, null, @now, @dueAt, null, @adId)
  on conflict (open_ad_id) do update set
    reason = case when reason = 'new' then reason else excluded.reason end,
    finds = case when excluded.reason in ('new', 'edited', 'screening') then excluded.finds else finds end,
    due_at = min(due_at, excluded.due_at)`)

export type NewCase = Readonly<{
  adId: number
  reason: CaseReason
  /** What screening stopped at, in the words the ad has after this commit. */
  finds: readonly CaseFind[]
  now: Millis
}>

/**
 * A step that puts an ad before staff, for the commit that gives the reason for it.
 *
 * An ad has one open case at most: a second reason joins it, keeps the earlier deadline, and replaces the finds when it
 * brings new words. The step must stand after the one that inserts the ad.
 */
export function openCase({ adId, reason, finds, now }: NewCase): Step {
  const dueAt = caseDueAt(reason, now)
  return anyRows(openRow({ id: newId(), adId, reason, finds: JSON.stringify(finds), now, dueAt }))
}
