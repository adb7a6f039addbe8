import { anyRows, one, type Step } from '../../db/commit.ts'
import { sessions } from '../../db/schema/members.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const insertRow = writeStatement<Row<typeof sessions>>((db) => db.insert(sessions).values(everyColumn(sessions)))
const touchRow = writeSql('update sessions set seen_at = max(seen_at, ?) where id_hash = ? and revoked_at is null')
const revokeRow = writeSql('update sessions set revoked_at = ? where id_hash = ? and revoked_at is null')
const revokeRows = writeSql('update sessions set revoked_at = ? where member_id = ? and revoked_at is null')
const revokeOwnRow = writeSql(
  'update sessions set revoked_at = ? where id_hash = ? and member_id = ? and revoked_at is null',
)
const revokeOtherRows = writeSql(
  'update sessions set revoked_at = ? where member_id = ? and id_hash <> ? and revoked_at is null',
)

export function insertSession(row: Row<typeof sessions>): Step {
  return one(insertRow(row), 'already_exists')
}

export function touchSession(idHash: string, now: Millis): Step {
  return anyRows(touchRow(now, idHash))
}

/** Ends one session; the next request with its cookie is a stranger's. */
export function revokeSession(idHash: string, now: Millis): Step {
  return anyRows(revokeRow(now, idHash))
}

/** Ends one session of a member, by its row; somebody else's is `not_found`. */
export function revokeSessionOfMember(whose: Readonly<{ idHash: string; memberId: string }>, now: Millis): Step {
  return one(revokeOwnRow(now, whose.idHash, whose.memberId), 'not_found')
}

/** Ends a session that another takes the place of; one that was ended meanwhile is not continued: `state_changed`. */
export function replaceSession(idHash: string, now: Millis): Step {
  return one(revokeRow(now, idHash), 'state_changed')
}

/** Ends every session of a member but one. */
export function revokeOtherSessions(kept: Readonly<{ idHash: string; memberId: string }>, now: Millis): Step {
  return anyRows(revokeOtherRows(now, kept.memberId, kept.idHash))
}

/** Ends every session of a member: after a new password or when the account is disabled. */
export function revokeSessionsOf(memberId: string, now: Millis): Step {
  return anyRows(revokeRows(now, memberId))
}
