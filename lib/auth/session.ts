import { day, hour, type Millis, minute } from '../time/time.ts'

/** How long a session lasts whatever happens, and how long without being used. Staff sign in again every day they idle. */
const lifetimes = {
  member: { absolute: 30 * day, idle: 14 * day },
  staff: { absolute: 7 * day, idle: 8 * hour },
} as const

/** Being seen is written at most this often: a page view is not worth a disk sync. */
export const seenEvery = 5 * minute

export type SessionTimes = Readonly<{ createdAt: Millis; seenAt: Millis; expiresAt: Millis; revokedAt: Millis | null }>

export function sessionExpiry(kind: keyof typeof lifetimes, now: Millis): Millis {
  return now + lifetimes[kind].absolute
}

/** True while a session may still be used: not revoked, not too old and not left alone for too long. */
export function isSessionLive(session: SessionTimes, kind: keyof typeof lifetimes, now: Millis): boolean {
  const { absolute, idle } = lifetimes[kind]
  if (session.revokedAt !== null || now >= session.expiresAt) return false
  return now < session.createdAt + absolute && now < session.seenAt + idle
}
