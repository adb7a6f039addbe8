import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { config } from '../config/env.ts'
import { DomainError } from '../errors/domain-error.ts'

/**
 * The outside world of a demonstration: handsets, their operator, a text gateway and a payment company. It has its own
 * file because none of it is the site's: the site learns of it only through the doors that real providers use.
 */
const schema = `
create table if not exists handsets (
  msisdn text primary key, credit_minor integer not null, delay_minutes integer not null, troubles text not null
) strict;
create table if not exists messages (
  id text primary key, msisdn text not null, peer text not null, direction text not null, text text not null,
  state text not null, attempts integer not null default 0, at integer not null
) strict;
create index if not exists messages_thread on messages (msisdn, at);
create table if not exists calls (
  id text primary key, msisdn text not null, number text not null, locale text not null, code text not null,
  tariff_minor integer not null, is_free integer not null, refusal text, started_at integer not null,
  skipped_ms integer not null default 0, ended_at integer, used_by text
) strict;
create index if not exists calls_code on calls (code);
create table if not exists bill_lines (
  id text primary key, msisdn text not null, label text not null, amount_minor integer not null, currency text not null,
  charge_id text, reversed_minor integer not null default 0, at integer not null
) strict;
create index if not exists bill_lines_handset on bill_lines (msisdn, at);
create table if not exists prepaid_cards (code text primary key, balance_minor integer not null) strict;
create table if not exists tariffs (number text primary key, minor integer not null) strict;
create table if not exists charges (
  id text primary key, account_id text not null, product text not null, correlator text not null, merchant text not null,
  mode text not null, status text not null, reason text, amount_minor integer not null, currency text not null,
  reversed_minor integer not null default 0, payer text, msisdn text, pin text, number text, description text not null,
  locale text not null, return_url text not null, callback_url text not null, created_at integer not null,
  updated_at integer not null, unique (account_id, correlator)
) strict;
create table if not exists refunds (
  id text primary key, charge_id text not null, amount_minor integer not null, unique (charge_id, id)
) strict;
create table if not exists events (
  id text primary key, charge_id text not null, body text not null, state text not null,
  attempts integer not null default 0, at integer not null
) strict;
create table if not exists due (
  id integer primary key, at integer not null, task text not null, subject text not null
) strict;
create table if not exists company_records (
  company text not null, id text not null, body text not null, at integer not null, primary key (company, id)
) strict;
create table if not exists traffic (
  id integer primary key, at integer not null, party text not null, method text not null, url text not null,
  request text not null, status integer not null, response text not null, duration_ms integer not null
) strict;
`

type Open = Readonly<{ dir: string; client: Database.Database }>
const shared = globalThis as typeof globalThis & { oboleWorld?: Open | undefined }

/** The world's own database. @throws DomainError `not_found` on a site that is not a demonstration. */
export function world(): Database.Database {
  requireDemo()
  const { dataDir: dir } = config()
  if (shared.oboleWorld?.dir === dir) return shared.oboleWorld.client
  closeWorld()
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const client = new Database(join(dir, 'simulator.db'), { timeout: 5000 })
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = NORMAL')
  client.exec(schema)
  shared.oboleWorld = { dir, client }
  return client
}

export function closeWorld(): void {
  shared.oboleWorld?.client.close()
  shared.oboleWorld = undefined
}

/** @throws DomainError `not_found` unless the configuration, and nothing in the request, says demonstration. */
export function requireDemo(): void {
  if (config().mode !== 'demo') throw new DomainError('not_found')
}
