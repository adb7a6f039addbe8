import { anyRows, one, type Step } from '../../db/commit.ts'
import { oneTimeTokens } from '../../db/schema/members.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import { codeTries } from './one-time-token.ts'

const insertRow = writeStatement<Row<typeof oneTimeTokens>>((db) =>
  db.insert(oneTimeTokens).values(everyColumn(oneTimeTokens)),
)
const useRow = writeSql(
  'update one_time_tokens set used_at = ? where token_hash = ? and used_at is null and expires_at > ?',
)
const tryRow = writeSql(`update one_time_tokens set attempts = attempts + 1
  where token_hash = ? and used_at is null and attempts < ${codeTries}`)
const voidRows = writeSql(
  'update one_time_tokens set used_at = ? where purpose = ? and subject = ? and used_at is null',
)
const voidWaysIn = writeSql(`update one_time_tokens set used_at = ?
  where purpose in ('sign_in_code', 'reset_password') and data ->> 'memberId' = ? and used_at is null`)
const deleteRows = writeSql('delete from one_time_tokens where expires_at < ?')

export function insertToken(row: Row<typeof oneTimeTokens>): Step {
  return one(insertRow(row), 'already_exists')
}

/** Uses a token; whoever comes second or late conflicts with `already_claimed`. */
export function useToken(tokenHash: string, now: Millis): Step {
  return one(useRow(now, tokenHash, now), 'already_claimed')
}

/** Counts one try of a code before it is compared, so that tries at the same moment are all counted. */
export function countTry(tokenHash: string): Step {
  return one(tryRow(tokenHash), 'already_claimed')
}

/** Makes every open token of a purpose about a subject void. */
export function voidTokens(about: Readonly<{ purpose: string; subject: string }>, now: Millis): Step {
  return anyRows(voidRows(now, about.purpose, about.subject))
}

/** Makes every code void that was mailed to a member to get in with. */
export function voidMailedCodes(memberId: string, now: Millis): Step {
  return anyRows(voidWaysIn(now, memberId))
}

/** Forgets tokens that ran out before `before`. */
export function forgetTokens(before: Millis): Step {
  return anyRows(deleteRows(before))
}
