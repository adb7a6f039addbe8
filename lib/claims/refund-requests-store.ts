import { one, type Step } from '../../db/commit.ts'
import { refundRequests } from '../../db/schema/claims.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'

const insertRow = writeStatement<Row<typeof refundRequests>>((db) =>
  db.insert(refundRequests).values(everyColumn(refundRequests)),
)
const decideRow = writeSql(`update refund_requests set state = @state, decided_by = @staffId, decided_at = @now
  where id = @id and state = 'waiting' and (@state = 'rejected' or requested_by <> @staffId)`)

export function insertRefundRequest(row: Row<typeof refundRequests>): Step {
  return one(insertRow(row), 'already_recorded')
}

/** Otherwise `state_changed`: it was decided, or whoever asked would approve her own. */
export function closeRefundRequest(
  id: string,
  decision: Readonly<{ state: 'approved' | 'rejected'; staffId: string; now: Millis }>,
): Step {
  return one(decideRow({ id, ...decision }), 'state_changed')
}
