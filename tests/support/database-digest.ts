import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'

type Digests = Readonly<Record<string, string>>

// Written by the server's own jobs, whatever is asked of it: when a provider is asked next, and the chain of seals.
const ofJobs: Readonly<Record<string, readonly string[]>> = { charges: ['next_check_at', 'checks', 'updated_at'] }
const tablesOfJobs = /^(sqlite_|ledger_seals$|seals$)/

/**
 * A digest of the rows of every table of a site's database, by name of the table.
 *
 * @param except Tables left out, such as the counted refusals of the audit log.
 */
export function databaseDigest(dir: string, except: readonly string[] = []): Digests {
  const client = new Database(join(dir, 'obole.db'), { readonly: true })
  try {
    const names = client.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all()
    const tables = names.map(String).filter((name) => !tablesOfJobs.test(name) && !except.includes(name))
    return Object.fromEntries(tables.map((name) => [name, digestOf(client, name)]))
  } finally {
    client.close()
  }
}

function digestOf(client: Database.Database, table: string): string {
  const hash = createHash('sha256')
  for (const row of client.prepare(`select * from "${table}"`).iterate() as Iterable<Record<string, unknown>>) {
    for (const column of ofJobs[table] ?? []) delete row[column]
    hash.update(JSON.stringify(row))
  }
  return hash.digest('hex')
}
