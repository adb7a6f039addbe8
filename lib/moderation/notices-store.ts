import { anyRows, one, type Step } from '../../db/commit.ts'
import { appeals, notices } from '../../db/schema/moderation.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const insertNoticeRow = writeStatement<Row<typeof notices>>((db) => db.insert(notices).values(everyColumn(notices)))
const answerRow =
  writeSql(`update notices set state = @state, decision_id = @decisionId, answer = @answer, answered_at = @now
  where id = @id and state = 'received'`)
const reopenRow = writeSql(`update notices set state = 'received', decision_id = null, answer = null, answered_at = null
  where decision_id = ?`)
const upholdRow =
  writeSql(`update notices set state = 'upheld', decision_id = @decisionId, answer = @answer, answered_at = @now
  where id = @id and state = 'rejected'`)
const insertAppealRow = writeStatement<Row<typeof appeals>>((db) => db.insert(appeals).values(everyColumn(appeals)))
const answerAppealRow =
  writeSql(`update appeals set state = @state, answer = @answer, decided_by = @staffId, decided_at = @now
  where id = @id and state = 'open'`)

/** Otherwise `already_recorded`: the same form was sent before. */
export function insertNotice(row: Row<typeof notices>): Step {
  return one(insertNoticeRow(row), 'already_recorded')
}

export type NoticeAnswer = Readonly<{
  state: 'upheld' | 'rejected'
  decisionId: string
  answer: string | null
  now: Millis
}>

/** Otherwise `state_changed`: it was answered meanwhile. */
export function answerNotice(id: string, answer: NoticeAnswer): Step {
  return one(answerRow({ id, ...answer }), 'state_changed')
}

/** Notices a decision answered wait again once it is undone. */
export function reopenNotices(decisionId: string): Step {
  return anyRows(reopenRow(decisionId))
}

/** A notice that was rejected is upheld on appeal. */
export function upholdNotice(id: string, answer: Readonly<{ decisionId: string; answer: string; now: Millis }>): Step {
  return one(upholdRow({ id, ...answer }), 'state_changed')
}

/** Otherwise `already_recorded`: each side may appeal once. */
export function insertAppeal(row: Row<typeof appeals>): Step {
  return one(insertAppealRow(row), 'already_recorded')
}

/** Otherwise `state_changed`: somebody else answered it. */
export function closeAppeal(
  id: string,
  answer: Readonly<{ state: 'granted' | 'denied'; answer: string; staffId: string; now: Millis }>,
): Step {
  return one(answerAppealRow({ id, ...answer }), 'state_changed')
}
