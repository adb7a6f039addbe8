import { commit } from '../../db/commit.ts'
import { readSid } from '../auth/next-auth.ts'
import { hasPasskey } from '../auth/passkeys-queries.ts'
import { isSessionLive, seenEvery } from '../auth/session.ts'
import { findSession, type SessionRow } from '../auth/session-queries.ts'
import { touchSession } from '../auth/session-store.ts'
import { isDemo } from '../config/env.ts'
import { sha256Hex } from '../config/keys.ts'
import type { Millis } from '../time/time.ts'
import { isStaff, type Member } from './member.ts'
import { findMemberById, hasTotp } from './members-queries.ts'
import { type SessionState, sessionStateOf } from './session-state.ts'

export type MemberSession = Readonly<{ member: Member; session: SessionRow; state: SessionState }>

/**
 * Who a request comes from, by its `Cookie` header; nobody while a second factor is still missing.
 *
 * The session's row is read each time, so a session that was revoked, idled out or belongs to a disabled account is
 * nobody's from the next request on.
 */
export async function findMember(cookies: string | null, now: Millis): Promise<Member | undefined> {
  return memberOf(await findMemberSession(cookies, now))
}

/** The same for somebody who holds the session's secret already. */
export async function findMemberBySid(sid: string, now: Millis): Promise<Member | undefined> {
  return memberOf(await sessionOf(sid, now))
}

/** The living session of a request, complete or not: for the pages that complete it and for security settings. */
export async function findMemberSession(cookies: string | null, now: Millis): Promise<MemberSession | undefined> {
  const sid = await readSid(cookies)
  return sid === undefined ? undefined : sessionOf(sid, now)
}

function memberOf(found: MemberSession | undefined): Member | undefined {
  return found?.state === 'complete' ? found.member : undefined
}

async function sessionOf(sid: string, now: Millis): Promise<MemberSession | undefined> {
  const session = findSession(sha256Hex(sid))
  const member = session && findMemberById(session.memberId)
  if (!session || !member) return undefined
  if (!isSessionLive(session, isStaff(member) ? 'staff' : 'member', now)) return undefined
  await noteSeen(session, now)
  const who = { isStaff: isStaff(member), isDemo: isDemo(), hasTotp: hasTotp(member.id) }
  // Asked only where it decides: a passkey is nobody's duty but the staff's.
  const state = sessionStateOf(session, { ...who, hasPasskey: who.isStaff && hasPasskey(member.id) })
  return { member, session, state }
}

/** A disk that refuses must not sign people out. */
async function noteSeen(session: SessionRow, now: Millis): Promise<void> {
  if (now - session.seenAt < seenEvery) return
  await commit([touchSession(session.idHash, now)]).catch(() => undefined)
}
