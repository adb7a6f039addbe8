import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { sessions } from '../../db/schema/members.ts'
import { readStatement } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import type { SessionTimes } from './session.ts'

export type SessionRow = SessionTimes &
  Readonly<{
    idHash: string
    memberId: string
    secondFactorAt: Millis | null
    reauthenticatedAt: Millis | null
    /** `Firefox, Linux`. */
    device: string | null
  }>

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

const ofMember = readStatement((db) =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.memberId, sql.placeholder('memberId')), isNull(sessions.revokedAt)))
    .orderBy(desc(sessions.seenAt))
    .prepare(),
)

/** The sessions of a member that were not ended, last used first; some may have run out. */
export function listSessions(memberId: string): readonly SessionRow[] {
  return ofMember().all({ memberId })
}
