import { sql } from 'drizzle-orm'
import { anyRows, type Step } from '../../db/commit.ts'
import { settings } from '../../db/schema/operations.ts'
import { everyColumn, type Row, writeStatement } from '../../db/statement.ts'

const upsert = writeStatement<Row<typeof settings>>((db) =>
  db
    .insert(settings)
    .values(everyColumn(settings))
    .onConflictDoUpdate({
      target: settings.key,
      set: { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` },
    }),
)

/** Keeps a setting, replacing what was there. */
export function keepSetting(row: Row<typeof settings>): Step {
  return anyRows(upsert(row))
}
