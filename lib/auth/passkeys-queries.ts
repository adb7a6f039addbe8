import { asc, eq, sql } from 'drizzle-orm'
import { passkeys } from '../../db/schema/members.ts'
import { type Row, readSql, readStatement } from '../../db/statement.ts'

export type Passkey = Row<typeof passkeys>

const byId = readStatement((db) =>
  db
    .select()
    .from(passkeys)
    .where(eq(passkeys.id, sql.placeholder('id')))
    .prepare(),
)
const byMember = readStatement((db) =>
  db
    .select()
    .from(passkeys)
    .where(eq(passkeys.memberId, sql.placeholder('memberId')))
    .orderBy(asc(passkeys.createdAt))
    .prepare(),
)
const anyOf = readSql<{ found: number }>('select 1 as found from passkeys where member_id = ? limit 1')

export function findPasskey(id: string): Passkey | undefined {
  return byId().get({ id })
}

export function listPasskeys(memberId: string): readonly Passkey[] {
  return byMember().all({ memberId })
}

export function hasPasskey(memberId: string): boolean {
  return anyOf.get(memberId) !== undefined
}
