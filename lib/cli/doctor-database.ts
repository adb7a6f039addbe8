import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { reader } from '../../db/client.ts'
import { migrationsFolder } from '../../db/migrate.ts'
import { verifyLedger } from '../ledger/verify-ledger.ts'
import { hasOwner } from '../members/members-queries.ts'
import { opensNewestContact } from '../reveals/reveals-queries.ts'
import type { Finding } from './doctor-machine.ts'
import { sentenceOf } from './ledger-command.ts'

export function checkDatabase(): Finding {
  const { $client: client } = reader()
  const version = String(client.prepare('select sqlite_version()').pluck().get())
  const [first] = client.pragma('quick_check(1)') as { quick_check: string }[]
  return first?.quick_check === 'ok'
    ? { state: 'good', sentence: `The database is whole (SQLite ${version}).` }
    : { state: 'broken', sentence: `The database is damaged (${first?.quick_check}): restore the newest backup.` }
}

const journal = z.object({ entries: z.array(z.object({ tag: z.string() })) })

export function checkMigrations(): Finding {
  const { entries } = journal.parse(JSON.parse(readFileSync(join(migrationsFolder(), 'meta', '_journal.json'), 'utf8')))
  const { $client: client } = reader()
  const hasTable = client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get() !== undefined
  const applied = hasTable ? Number(client.prepare('select count(*) from __drizzle_migrations').pluck().get()) : 0
  if (applied === entries.length) return { state: 'good', sentence: `All ${applied} migrations are in the database.` }
  if (applied > entries.length) {
    return { state: 'broken', sentence: 'The database is of a newer version of Obole: use that version.' }
  }
  const missing = entries.length - applied
  return { state: 'broken', sentence: `${missing} migrations are missing: run \`npm run obole -- migrate\`.` }
}

export function checkSecret(): Finding {
  return opensNewestContact() === false
    ? { state: 'broken', sentence: 'OBOLE_SECRET is not what the contacts were sealed with: set the one of this site.' }
    : { state: 'good', sentence: 'OBOLE_SECRET opens what is sealed in the database.' }
}

export function checkOwner(): Finding {
  return hasOwner()
    ? { state: 'good', sentence: 'The site has an owner.' }
    : { state: 'notice', sentence: 'Nobody owns this site yet: `npm run obole -- setup` says where to set it up.' }
}

export function checkBooks(): Finding {
  const { checked, unsealed, faults } = verifyLedger()
  const [first] = faults
  if (!first) return { state: 'good', sentence: `The books hold (${checked + unsealed} transactions).` }
  return {
    state: 'broken',
    sentence: `The books are broken in ${faults.length} places; the first: ${sentenceOf(first)}`,
  }
}
