import { anyRows, one, type Step } from '../../db/commit.ts'
import { decisions } from '../../db/schema/moderation.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { type CaseFind, type CaseReason, caseDueAt, claimMs } from './moderation.ts'

const openRow = writeSql(`insert into moderation_cases
  (id, ad_id, reason, state, finds, claimed_by, claimed_until, created_at, due_at, decided_at, open_ad_id)
  values (@id, @adId, @reason, 'open', @finds, null, null, @now, @dueAt, null, @adId)
  on conflict (open_ad_id) do update set
    reason = case when reason = 'new' then reason else excluded.reason end,
    finds = case when excluded.reason in ('new', 'edited', 'screening') then excluded.finds else finds end,
    due_at = min(due_at, excluded.due_at)`)
const closeOfAd = writeSql(
  "update moderation_cases set state = 'decided', open_ad_id = null, decided_at = ? where open_ad_id = ?",
)
const claimRow = writeSql(`update moderation_cases set claimed_by = @staffId, claimed_until = @until
  where id = @id and state = 'open' and (claimed_by is null or claimed_by = @staffId or claimed_until <= @now)`)
const releaseRow = writeSql(
  "update moderation_cases set claimed_by = null, claimed_until = null where id = ? and claimed_by = ? and state = 'open'",
)
const decideRow = writeSql(`update moderation_cases set state = 'decided', open_ad_id = null, decided_at = @now
  where id = @id and state = 'open' and (claimed_by is null or claimed_by = @staffId or claimed_until <= @now)`)
const reopenRow = writeSql(`update moderation_cases
  set state = 'open', open_ad_id = ad_id, decided_at = null, claimed_by = @staffId, claimed_until = @until
  where id = @id and state = 'decided'
    and not exists (select 1 from moderation_cases other where other.open_ad_id = moderation_cases.ad_id)`)
const insertDecisionRow = writeStatement<Row<typeof decisions>>((db) =>
  db.insert(decisions).values(everyColumn(decisions)),
)

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

/** A step that takes an ad from the queue without a decision: its advertiser deleted it, or staff took it back. */
export function closeCaseOf(adId: number, now: Millis): Step {
  return anyRows(closeOfAd(now, adId))
}

/** Otherwise `already_claimed`: somebody else has it open, or it is decided. */
export function claimCaseRow(id: string, claim: Readonly<{ staffId: string; now: Millis }>): Step {
  return one(claimRow({ id, ...claim, until: claim.now + claimMs }), 'already_claimed')
}

export function releaseCaseRow(id: string, staffId: string): Step {
  return anyRows(releaseRow(id, staffId))
}

/** Otherwise `already_claimed`: somebody else holds the case, or it is decided. */
export function closeCase(id: string, by: Readonly<{ staffId: string; now: Millis }>): Step {
  return one(decideRow({ id, ...by }), 'already_claimed')
}

/** Puts a decided case back into the hands of whoever undoes the decision, unless the ad has another by now. */
export function reopenCase(id: string, by: Readonly<{ staffId: string; now: Millis }>): Step {
  return anyRows(reopenRow({ id, staffId: by.staffId, until: by.now + claimMs }))
}

/** Otherwise `already_recorded`: what it undoes has been undone. */
export function insertDecision(row: Row<typeof decisions>): Step {
  return one(insertDecisionRow(row), 'already_recorded')
}
