import { eq, sql } from 'drizzle-orm'
import { sessions } from '../../db/schema/members.ts'
import { readStatement } from '../../db/statement.ts'
import type { SessionTimes } from './session.ts'

export type SessionRow = SessionTimes & Readonly<{ idHash: string; memberId: string }>

const byHash = readStatement((db) =>
  db
    .select()
    .from(sessions)
    .where(eq(sessions.idHash, sql.placeholder('idHash')))
    .prepare(),
)

/** The row of a session, revoked or not. */
export function findSession(idHash: string): SessionRow | undefined {
  return byHash().get({ idHash })
}
