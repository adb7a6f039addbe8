import type { Millis } from '../../time/time.ts'
import { world } from '../world.ts'

/** What a company keeps about one of its own things, in its own words. */
export function findRecord<Body>(company: string, id: string): Body | undefined {
  const text = world()
    .prepare('select body from company_records where company = ? and id = ?')
    .pluck()
    .get(company, id) as string | undefined
  return text === undefined ? undefined : (JSON.parse(text) as Body)
}

export function saveRecord(company: string, record: Readonly<{ id: string; body: unknown; at: Millis }>): void {
  world()
    .prepare('insert or replace into company_records (company, id, body, at) values (?, ?, ?, ?)')
    .run(company, record.id, JSON.stringify(record.body), record.at)
}

/** @returns false when this id is there already: it is then left as it is. */
export function addRecord(company: string, record: Readonly<{ id: string; body: unknown; at: Millis }>): boolean {
  const { changes } = world()
    .prepare('insert or ignore into company_records (company, id, body, at) values (?, ?, ?, ?)')
    .run(company, record.id, JSON.stringify(record.body), record.at)
  return changes === 1
}

/** Everything of a company whose id begins like this, oldest first. */
export function listRecords(company: string, prefix: string): readonly unknown[] {
  return world()
    .prepare<[string, string, string], string>(
      'select body from company_records where company = ? and substr(id, 1, length(?)) = ? order by at, rowid',
    )
    .pluck()
    .all(company, prefix, prefix)
    .map((body) => JSON.parse(String(body)))
}
