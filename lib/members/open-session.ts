import type { Step } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { readSid } from '../auth/next-auth.ts'
import { sessionExpiry } from '../auth/session.ts'
import { insertSession, replaceSession, revokeSession } from '../auth/session-store.ts'
import { sha256Hex } from '../config/keys.ts'
import { newToken } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import type { MemberSession } from './find-member.ts'
import { isStaff, type Member } from './member.ts'

/** `sid` is the session's secret: seal it into a cookie with `sessionCookies` once the steps are committed. */
export type NewSession = Readonly<{ sid: string; steps: readonly Step[] }>

export type SessionStart = Readonly<{
  member: Member
  /** The request's cookies: a session in them ends when the new one begins. */
  cookies: string | null
  /** What the browser calls itself, for the list of sessions. */
  device: string | undefined
  /** True when the way of signing in was two factors at once, as a passkey that asked for a finger or a code is. */
  isTwoFactors: boolean
  now: Millis
}>

/** The steps that begin a session for somebody who proved who they are. */
export async function openSession(start: SessionStart): Promise<NewSession> {
  const { member, cookies, device, isTwoFactors, now } = start
  const sid = newToken()
  const previous = await readSid(cookies)
  const subject = `member:${member.id}`
  const steps = [
    insertSession({
      idHash: sha256Hex(sid),
      memberId: member.id,
      createdAt: now,
      seenAt: now,
      expiresAt: sessionExpiry(isStaff(member) ? 'staff' : 'member', now),
      revokedAt: null,
      secondFactorAt: isTwoFactors ? now : null,
      reauthenticatedAt: now,
      device: device ?? null,
    }),
    ...(previous === undefined ? [] : [revokeSession(sha256Hex(previous), now)]),
    recordAudit({ actor: subject, action: 'session_opened', subject }, now),
  ]
  return { sid, steps }
}

/**
 * The steps that give a session a new secret because it may do more from now on. It gets no older and no younger by it.
 * Whoever renews the same session at the same moment conflicts with `state_changed`.
 */
export function renewSession(
  found: MemberSession,
  change: Readonly<{ now: Millis; isSecondFactor?: boolean; isProof?: boolean }>,
): NewSession {
  const { session } = found
  const { now, isSecondFactor = false, isProof = true } = change
  const sid = newToken()
  const renewed = {
    ...session,
    idHash: sha256Hex(sid),
    seenAt: now,
    secondFactorAt: isSecondFactor ? now : session.secondFactorAt,
    reauthenticatedAt: isProof ? now : session.reauthenticatedAt,
  }
  return { sid, steps: [replaceSession(session.idHash, now), insertSession(renewed)] }
}
