import { eq, sql } from 'drizzle-orm'
import { one, type Step } from '../../db/commit.ts'
import { idempotencyKeys } from '../../db/schema/operations.ts'
import { everyColumn, type Row, readStatement, writeStatement } from '../../db/statement.ts'

const insertRow = writeStatement<Row<typeof idempotencyKeys>>((db) =>
  db.insert(idempotencyKeys).values(everyColumn(idempotencyKeys)),
)
const byKey = readStatement((db) =>
  db
    .select()
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.keyHash, sql.placeholder('keyHash')))
    .prepare(),
)

export function insertAnswer(row: Row<typeof idempotencyKeys>): Step {
  return one(insertRow(row), 'already_recorded')
}

export function findAnswer(keyHash: string): Row<typeof idempotencyKeys> | undefined {
  return byKey().get({ keyHash })
}
