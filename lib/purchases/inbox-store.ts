import { one, type Step } from '../../db/commit.ts'
import { callbackInbox } from '../../db/schema/purchases.ts'
import { everyColumn, type Row, writeStatement } from '../../db/statement.ts'

const insertRow = writeStatement<Row<typeof callbackInbox>>((db) =>
  db.insert(callbackInbox).values(everyColumn(callbackInbox)),
)

/** Keeps a provider's message for ever; the same event again conflicts with `already_recorded`. */
export function recordInbox(row: Row<typeof callbackInbox>): Step {
  return one(insertRow(row), 'already_recorded')
}
