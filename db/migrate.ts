import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { invariant } from '../lib/errors/invariant.ts'
import { writer } from './client.ts'

/** Where the generated SQL lives: beside this file in a checkout, under the working directory in Next's bundle. */
export function migrationsFolder(): string {
  const beside = join(dirname(import.meta.filename ?? ''), 'migrations')
  return existsSync(join(beside, 'meta')) ? beside : join(process.cwd(), 'db', 'migrations')
}

/** Brings the database to the newest schema; each migration is kept whole or not at all. Safe to repeat. */
export function migrateDatabase(): void {
  const folder = migrationsFolder()
  invariant(existsSync(folder), `the migrations are missing: ${folder}`)
  migrate(writer(), { migrationsFolder: folder })
}
