import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { config } from '../lib/config/env.ts'
import { invariant } from '../lib/errors/invariant.ts'

export type Connection = BetterSQLite3Database & { readonly $client: Database.Database }

type Open = Readonly<{ dir: string; writer: Connection; reader: Connection }>
const shared = globalThis as typeof globalThis & { oboleDatabase?: Open | undefined }

const lowestSqlite = [3, 51, 3] as const

/** Opens one connection with the settings money needs, and reads every one of them back. */
export function openConnection(file: string, options: { isReadOnly: boolean }): Connection {
  requireNode()
  const client = new Database(file, { timeout: 5000, readonly: options.isReadOnly })
  if (!options.isReadOnly) client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('recursive_triggers = ON')
  client.pragma('trusted_schema = OFF')
  client.pragma(options.isReadOnly ? 'cache_size = -32768' : 'cache_size = -16384')
  // Both together check a page again each time it is looked at, which makes scattered reads four times as slow: the
  // writer, which could spread damage, checks; the reader maps the file.
  if (options.isReadOnly) client.pragma('mmap_size = 50331648')
  else client.pragma('cell_size_check = ON')
  client.pragma('temp_store = MEMORY')
  if (!options.isReadOnly) {
    client.pragma('wal_autocheckpoint = 1000')
    client.pragma('journal_size_limit = 67108864')
  }
  checkConnection(client)
  return drizzle({ client })
}

function requireNode(): void {
  const major = Number(process.versions.node.split('.')[0])
  invariant(major >= 22, `Obole needs Node 22.12 or newer and this is ${process.versions.node}: run it with npm run.`)
}

function checkConnection(client: Database.Database): void {
  const version = String(client.prepare('select sqlite_version()').pluck().get())
  invariant(isAtLeast(version, lowestSqlite), `SQLite ${version} can lose commits: 3.51.3 or newer is needed.`)
  invariant(client.pragma('synchronous', { simple: true }) === 2, 'SQLite did not keep synchronous=FULL')
  invariant(client.pragma('journal_mode', { simple: true }) === 'wal', 'SQLite did not keep journal_mode=WAL')
  invariant(client.pragma('recursive_triggers', { simple: true }) === 1, 'SQLite did not keep recursive_triggers')
  invariant(client.pragma('foreign_keys', { simple: true }) === 1, 'SQLite did not keep foreign_keys')
}

function isAtLeast(version: string, lowest: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [at, least] of lowest.entries()) {
    const part = parts[at] ?? 0
    if (part !== least) return part > least
  }
  return true
}

export function databaseFile(dir: string): string {
  return join(dir, 'obole.db')
}

function open(): Open {
  const { dataDir: dir } = config()
  if (shared.oboleDatabase?.dir === dir) return shared.oboleDatabase
  closeDatabase()
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = databaseFile(dir)
  const writer = openConnection(file, { isReadOnly: false })
  chmodSync(file, 0o600)
  const opened = { dir, writer, reader: openConnection(file, { isReadOnly: true }) }
  shared.oboleDatabase = opened
  return opened
}

/** The connection of everything that only looks; it cannot write, whatever code runs on it. */
export function reader(): Connection {
  return open().reader
}

/** The one connection that writes. Only `commit`, migrations and the bulk import use it. */
export function writer(): Connection {
  return open().writer
}

export function closeDatabase(): void {
  shared.oboleDatabase?.reader.$client.close()
  shared.oboleDatabase?.writer.$client.close()
  shared.oboleDatabase = undefined
}
