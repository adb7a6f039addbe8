import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Connection, reader, writer } from './client.ts'

/** One write, prepared once and waiting for `commit`; `run` tells how many rows it touched. */
export type WriteStatement = Readonly<{ run: () => number }>

type Preparable = { prepare(): { run(values?: Record<string, unknown>): { changes: number } } }

/**
 * Describes a write once; the returned function binds values and gives a statement for a step.
 *
 * Values are named placeholders of `build`. Compiled per connection: drizzle's compilation costs more than the write.
 */
export function writeStatement<Values extends Record<string, unknown>>(
  build: (db: Connection) => Preparable,
): (values: Values) => WriteStatement {
  const compiled = new WeakMap<Connection, ReturnType<Preparable['prepare']>>()
  return (values) => ({
    run: () => {
      const db = writer()
      let statement = compiled.get(db)
      if (!statement) {
        statement = build(db).prepare()
        compiled.set(db, statement)
      }
      return statement.run(values).changes
    },
  })
}

/** A named placeholder for every column of `table`, for `insert().values(...)`; insert every column, null included. */
export function everyColumn<Table extends SQLiteTable>(table: Table): Table['$inferInsert'] {
  const names = Object.keys(getTableColumns(table))
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Table['$inferInsert']
}

/** The row of a table as `everyColumn` wants it: each column named, null where there is nothing. */
export type Row<Table extends SQLiteTable> = Table['$inferSelect']

/**
 * Describes a read once; the returned function gives the statement compiled for the read-only connection.
 *
 * `const byId = readStatement((db) => db.select().from(ads).where(eq(ads.id, sql.placeholder('id'))).prepare())`,
 * then `byId().get({ id })`.
 */
export function readStatement<Statement>(build: (db: Connection) => Statement): () => Statement {
  const compiled = new WeakMap<Connection, Statement>()
  return () => {
    const db = reader()
    let statement = compiled.get(db)
    if (!statement) {
      statement = build(db)
      compiled.set(db, statement as Statement & object)
    }
    return statement
  }
}

/** The same for hand-written SQL, where drizzle has no words (full-text search, recursive queries). */
export function readSql<Result>(text: string): {
  all: (...values: unknown[]) => Result[]
  get: (...values: unknown[]) => Result | undefined
} {
  const statement = readStatement((db) => db.$client.prepare<unknown[], Result>(text))
  return { all: (...values) => statement().all(...values), get: (...values) => statement().get(...values) }
}

/** The same for statements of one column: its values instead of rows. */
export function readColumn<Value>(text: string): Readonly<{ all: (...values: unknown[]) => Value[] }> {
  const statement = readStatement((db) => db.$client.prepare<unknown[], Value>(text).pluck())
  return { all: (...values) => statement().all(...values) }
}

/** A hand-written write, for the same reason. Parameters are positional or one object of names. */
export function writeSql(text: string): (...values: unknown[]) => WriteStatement {
  const compiled = new WeakMap<Connection, { run(...values: unknown[]): { changes: number } }>()
  return (...values) => ({
    run: () => {
      const db = writer()
      let statement = compiled.get(db)
      if (!statement) {
        statement = db.$client.prepare(text)
        compiled.set(db, statement)
      }
      return statement.run(...values).changes
    },
  })
}
