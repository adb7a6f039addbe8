import { one, type Step } from '../../db/commit.ts'
import { passkeys } from '../../db/schema/members.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const insertRow = writeStatement<Row<typeof passkeys>>((db) => db.insert(passkeys).values(everyColumn(passkeys)))
const usedRow = writeSql(`update passkeys set counter = ?, used_at = ?
  where id = ? and (counter < ? or (counter = 0 and ? = 0))`)
const deleteRow = writeSql('delete from passkeys where id = ? and member_id = ?')

/** Otherwise `already_exists`: a credential belongs to one account. */
export function insertPasskey(row: Row<typeof passkeys>): Step {
  return one(insertRow(row), 'already_exists')
}

/** Notes a use. A counter that does not grow means a copied key (or a second use of one answer): `state_changed`. */
export function notePasskeyUse(use: Readonly<{ id: string; counter: number; now: Millis }>): Step {
  return one(usedRow(use.counter, use.now, use.id, use.counter, use.counter), 'state_changed')
}

export function deletePasskey(id: string, memberId: string): Step {
  return one(deleteRow(id, memberId), 'not_found')
}
