import { anyRows, one, type Step } from '../../db/commit.ts'
import { claims, refundAttempts, withdrawals } from '../../db/schema/claims.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { ClaimRule } from './claims.ts'

const insertClaimRow = writeStatement<Row<typeof claims>>((db) => db.insert(claims).values(everyColumn(claims)))
const decideRow = writeSql(
  "update claims set state = ?, rule = ?, answer = ?, decided_by = ?, decided_at = ? where id = ? and state = 'open'",
)
const closeRows = writeSql(`update claims set state = 'refunded', decided_by = ?, decided_at = ?
  where purchase_id = ? and state = 'open'`)
const answerRows = writeSql(`update claims set seller_answer = ?, seller_until = null
  where ad_id = ? and state = 'open' and seller_answer is null`)

/** One claim for each unlock, for ever; a second conflicts with `already_claimed`. */
export function insertClaim(row: Row<typeof claims>): Step {
  return one(insertClaimRow(row), 'already_claimed')
}

// Nothing changes: the number of claims is looked at again by the commit itself.
const sameCount = writeSql(`update purchases set paid_minor = paid_minor where id = ?
  and (select count(*) from claims where ad_id = ? and created_at >= ?) = ?`)

/** Nobody else claimed of this ad since it was counted; else `state_changed`, and the two may agree. */
export function requireSameClaims(
  purchaseId: string,
  seen: Readonly<{ adId: number; since: number; count: number }>,
): Step {
  return one(sameCount(purchaseId, seen.adId, seen.since, seen.count), 'state_changed')
}

export type ClaimVerdict = Readonly<{
  id: string
  state: 'refunded' | 'rejected'
  rule: ClaimRule | null
  answer: string | null
  decidedBy: string | null
  now: number
}>

/** Decides an open claim; conflicts with `state_changed` when somebody else did. */
export function decideClaimRow({ id, state, rule, answer, decidedBy, now }: ClaimVerdict): Step {
  return one(decideRow(state, rule, answer, decidedBy, now, id), 'state_changed')
}

/** What is refunded in another way needs no answer any more. */
export function closeClaimsOfPurchase(purchaseId: string, actor: string, now: number): Step {
  return anyRows(closeRows(actor, now, purchaseId))
}

/** Keeps what the advertiser said about everything that is claimed of an ad. */
export function keepSellerAnswer(adId: number, answer: 'still_good' | 'no_longer'): Step {
  return anyRows(answerRows(answer, adId))
}

const insertWithdrawalRow = writeStatement<Row<typeof withdrawals>>((db) =>
  db.insert(withdrawals).values(everyColumn(withdrawals)),
)

/** One withdrawal for each purchase, for ever; a second conflicts with `already_recorded`. */
export function insertWithdrawal(row: Row<typeof withdrawals>): Step {
  return one(insertWithdrawalRow(row), 'already_recorded')
}

const insertAttemptRow = writeStatement<Row<typeof refundAttempts>>((db) =>
  db.insert(refundAttempts).values(everyColumn(refundAttempts)),
)
const endAttempt = writeSql(`update refund_attempts set state = ?, provider_reference = ?, next_try_at = null,
  decided_at = ?, tries = tries + 1 where id = ? and state = 'asking'`)
const delayAttempt = writeSql(
  `update refund_attempts set tries = ?, next_try_at = ?, provider_reference = coalesce(?, provider_reference)
   where id = ? and state = 'asking'`,
)
// What is given back already is compared with what the decision saw, as for a refund that needs no provider.
const sameRefunds = writeSql('update purchases set refunded_minor = refunded_minor where id = ? and refunded_minor = ?')

/** Keeps that a provider is about to be asked; one at a time for each purchase, else `state_changed`. */
export function insertRefundAttempt(row: Row<typeof refundAttempts>, alreadyRefundedMinor: number): Step[] {
  return [
    one(insertAttemptRow(row), 'state_changed'),
    one(sameRefunds(row.purchaseId, alreadyRefundedMinor), 'state_changed'),
  ]
}

export function endRefundAttempt(
  id: string,
  end: Readonly<{ state: 'done' | 'refused'; reference: string | null; now: number }>,
): Step {
  return one(endAttempt(end.state, end.reference, end.now, id), 'state_changed')
}

/** @param until.nextTryAt When to ask again; null leaves it to a person. */
export function delayRefundAttempt(
  id: string,
  until: Readonly<{ tries: number; nextTryAt: number | null; reference: string | null }>,
): Step {
  return anyRows(delayAttempt(until.tries, until.nextTryAt, until.reference, id))
}
