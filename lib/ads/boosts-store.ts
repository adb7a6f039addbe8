import { anyRows, one, type Step } from '../../db/commit.ts'
import { adBoosts } from '../../db/schema/posting.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import type { AdBoost } from './ads.ts'

const insertRow = writeStatement<Row<typeof adBoosts>>((db) => db.insert(adBoosts).values(everyColumn(adBoosts)))
const boostRow = writeSql(`update ads
  set boost = @boost, boost_until = @boostUntil, sponsored_until = @sponsoredUntil, sort_key = @sortKey
  where id = @id and (select coalesce(sum(ends_at), 0) from ad_boosts where ad_id = @id) = @seenEnds`)
const payRow = writeSql('update ads set post_purchase_id = ? where id = ? and post_purchase_id is null')
const unpayRow = writeSql('update ads set post_purchase_id = null where post_purchase_id = ?')
const endRow = writeSql('update ad_boosts set ends_at = min(ends_at, ?) where purchase_id = ?')

/** One boost for each purchase; a second conflicts with `already_granted`. */
export function insertBoost(row: Row<typeof adBoosts>): Step {
  return one(insertRow(row), 'already_granted')
}

export type BoostedAd = Readonly<{
  id: number
  boost: AdBoost | null
  boostUntil: Millis | null
  sponsoredUntil: Millis | null
  sortKey: number
}>

/**
 * What an ad carries of its boosts; the caller indexes it again. It stands before the step that adds or ends a boost.
 *
 * @param seenEnds `sumBoostEnds` as it was read with the boosts. Otherwise `state_changed`: a boost came or went since,
 *   even one that does not show while a stronger one runs.
 */
export function setBoost({ id, boost, boostUntil, sponsoredUntil, sortKey }: BoostedAd, seenEnds: number): Step {
  return one(boostRow({ id, boost, boostUntil, sponsoredUntil, sortKey, seenEnds }), 'state_changed')
}

/** Notes the settled posting fee; an ad is paid for once. */
export function markPostPaid(adId: number, purchaseId: string): Step {
  return one(payRow(purchaseId, adId), 'already_granted')
}

/** The fee's money was taken back. */
export function unmarkPostPaid(purchaseId: string): Step {
  return anyRows(unpayRow(purchaseId))
}

/** The money of a boost was taken back: it ends now. */
export function endBoost(purchaseId: string, now: Millis): Step {
  return anyRows(endRow(now, purchaseId))
}
