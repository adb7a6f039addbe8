import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseFile, openConnection } from '../../db/client.ts'
import { migrationsFolder } from '../../db/migrate.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const folder = migrationsFolder()
const guards = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/TRIGGER `(\w+)_no_delete`/g)])
const tables = guards.map(([, table = '']) => table)

let site: TestDatabase
let client: Database.Database

beforeAll(() => {
  site = openTestDatabase()
  const connection = openConnection(databaseFile(site.dir), { isReadOnly: false })
  client = connection.$client
  client.pragma('foreign_keys = OFF')
  client.pragma('ignore_check_constraints = ON')
})
afterAll(() => {
  client.close()
  site.close()
})

type Column = { name: string; type: string; pk: number }

function columnsOf(table: string): Column[] {
  return client.pragma(`table_info(${table})`) as Column[]
}

function rowOf(columns: readonly Column[]): unknown[] {
  return columns.map(({ type }) => (/INT|REAL/i.test(type) ? 1 : /BLOB/i.test(type) ? Buffer.from('x') : 'x'))
}

function insert(db: Database.Database, table: string, verb = 'INSERT'): void {
  const columns = columnsOf(table)
  const marks = columns.map(() => '?').join(', ')
  db.prepare(`${verb} INTO ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${marks})`).run(
    ...rowOf(columns),
  )
}

test('the tables that must never change are guarded', () => {
  expect(tables).toEqual(
    expect.arrayContaining([
      'ledger_transactions',
      'ledger_entries',
      'ledger_seals',
      'audit_log',
      'callback_inbox',
      'consent_receipts',
      'redemptions',
      'refunds',
    ]),
  )
})

test.each(tables)('%s keeps every row as it was written', (table) => {
  insert(client, table)
  const [column] = columnsOf(table)
  expect(() => client.prepare(`UPDATE ${table} SET "${column?.name}" = "${column?.name}"`).run()).toThrow('append-only')
  expect(() => client.prepare(`DELETE FROM ${table}`).run()).toThrow('append-only')
  expect(() => insert(client, table, 'REPLACE')).toThrow('append-only')
  expect(client.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(1)
})

// The control: without the setting our connections insist on, the same statement rewrites the row.
test('REPLACE slips past the triggers on a connection of another making', () => {
  const dir = mkdtempSync(join(tmpdir(), 'obole-control-'))
  const plain = new Database(join(dir, 'plain.db'))
  plain.exec(`CREATE TABLE kept (id INTEGER PRIMARY KEY, amount INTEGER);
    CREATE TRIGGER kept_no_delete BEFORE DELETE ON kept BEGIN SELECT RAISE(ABORT, 'append-only'); END;
    INSERT INTO kept VALUES (1, 25); REPLACE INTO kept VALUES (1, 1);`)
  expect(plain.prepare('SELECT amount FROM kept').pluck().get()).toBe(1)
  plain.close()
  rmSync(dir, { recursive: true })
})
