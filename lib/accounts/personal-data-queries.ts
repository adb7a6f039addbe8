import { readSql } from '../../db/statement.ts'
import { personalTables } from './personal-tables.ts'

const reads = Object.entries(personalTables).map(
  ([table, { select }]) => [table, readSql<Readonly<Record<string, unknown>>>(select)] as const,
)
const ownAds = readSql<{ id: number; ref: string }>(`select a.id, a.ref from ads a
  join advertisers s on s.id = a.advertiser_id where s.member_id = ? order by a.id`)

/** Everything the tables know of a person, table by table; empty ones are left out. */
export function listPersonalRows(
  who: Readonly<{ memberId: string; email: string }>,
): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
  const found = reads.map(([table, read]) => [table, read.all(who)] as const)
  return Object.fromEntries(found.filter(([, rows]) => rows.length > 0))
}

/** The ads of a member, whatever became of them. */
export function listAdsOfMember(memberId: string): readonly Readonly<{ id: number; ref: string }>[] {
  return ownAds.all(memberId)
}
