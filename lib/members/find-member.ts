import { commit } from '../../db/commit.ts'
import { readSid } from '../auth/next-auth.ts'
import { isSessionLive, seenEvery } from '../auth/session.ts'
import { findSession, type SessionRow } from '../auth/session-queries.ts'
import { touchSession } from '../auth/session-store.ts'
import { sha256Hex } from '../config/keys.ts'
import type { Millis } from '../time/time.ts'
import { isStaff, type Member } from './member.ts'
import { findMemberById } from './members-queries.ts'

/**
 * Who a request comes from, by its `Cookie` header.
 *
 * The session's row is read each time, so a session that was revoked, idled out or belongs to a disabled account is
 * nobody's from the next request on.
 */
export async function findMember(cookies: string | null, now: Millis): Promise<Member | undefined> {
  const sid = await readSid(cookies)
  return sid === undefined ? undefined : findMemberBySid(sid, now)
}

/** The same for somebody who holds the session's secret already. */
export async function findMemberBySid(sid: string, now: Millis): Promise<Member | undefined> {
  const session = findSession(sha256Hex(sid))
  const member = session && findMemberById(session.memberId)
  if (!session || !member) return undefined
  if (!isSessionLive(session, isStaff(member) ? 'staff' : 'member', now)) return undefined
  await noteSeen(session, now)
  return member
}

/** A disk that refuses must not sign people out. */
async function noteSeen(session: SessionRow, now: Millis): Promise<void> {
  if (now - session.seenAt < seenEvery) return
  await commit([touchSession(session.idHash, now)]).catch(() => undefined)
}
