import { randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'

type Client = Database.Database
type Value = string | number | bigint | Buffer | null
export type RecordedWrite = Readonly<{ sql: string; values: readonly unknown[] }>

type Runnable = {
  run: (...values: unknown[]) => Database.RunResult
  readonly source: string
  readonly database: Client
}

/** The writes that a piece of work runs on a connection, in order, with the values bound. */
export async function recordWrites(client: Client, work: () => Promise<unknown>): Promise<RecordedWrite[]> {
  const shared = Object.getPrototypeOf(client.prepare('select 1')) as Runnable
  const { run } = shared
  const writes: RecordedWrite[] = []
  shared.run = function record(this: Runnable, ...values) {
    if (this.database === client) writes.push({ sql: this.source, values })
    return run.apply(this, values)
  }
  try {
    await work()
  } finally {
    shared.run = run
  }
  return writes
}

/** Gives the values of a recorded piece of work for another one: known ones as told, every other id made anew. */
export type Renaming = (known: ReadonlyMap<Value, Value>) => (value: unknown) => unknown

/**
 * How the values of two recordings of the same work differ: what differs belongs to one piece of work alone.
 *
 * @returns A function that makes, for each further piece of work, the values of all its writes.
 */
export function varying(first: readonly RecordedWrite[], second: readonly RecordedWrite[]): Renaming {
  const own = new Set<unknown>()
  for (const [at, write] of first.entries()) {
    for (const [place, value] of write.values.entries()) collectOwn(value, second[at]?.values[place], own)
  }
  return (known) => {
    const fresh = new Map<unknown, unknown>(known)
    return (value) => {
      if (!own.has(value) || typeof value !== 'string' || value.startsWith('{'))
        return known.get(value as Value) ?? value
      if (!fresh.has(value)) fresh.set(value, randomBytes(value.length).toString('hex').slice(0, value.length))
      return fresh.get(value)
    }
  }
}

function collectOwn(left: unknown, right: unknown, own: Set<unknown>): void {
  if (isNamed(left) && isNamed(right)) {
    for (const [name, value] of Object.entries(left)) collectOwn(value, right[name], own)
  } else if (left !== right) own.add(left)
}

function isNamed(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value)
}

/** The same rows again, straight to SQLite: prepared statements in one transaction with its own sync of the disk. */
export function straightWriter(client: Client, writes: readonly RecordedWrite[]) {
  const statements = writes.map(({ sql, values }) => ({ statement: client.prepare(sql), values }))
  const begin = client.prepare('BEGIN IMMEDIATE')
  const commit = client.prepare('COMMIT')
  return (rename: (value: unknown) => unknown): void => {
    const bound = statements.map(({ values }) => values.map((value) => renamed(value, rename)))
    begin.run()
    for (const [at, { statement }] of statements.entries()) statement.run(...(bound[at] ?? []))
    commit.run()
  }
}

function renamed(value: unknown, rename: (value: unknown) => unknown): unknown {
  if (!isNamed(value)) return rename(value)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rename(inner)]))
}
