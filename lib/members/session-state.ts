import { type Millis, minute } from '../time/time.ts'

/** How far a session has come: only a `complete` one is somebody; the others reach the pages that complete them. */
export type SessionState = 'complete' | 'needs_second_factor' | 'needs_set_up'

/** For how long a proof of who one is counts for actions that move money. */
export const recentFor = 10 * minute

export type Factors = Readonly<{ hasTotp: boolean; hasPasskey: boolean }>

/**
 * What a session still needs.
 *
 * Staff give a second factor in every session and set one up in their first; a demonstration lets them in without one
 * until they set one up. Other members give one when they chose to have an authenticator app.
 */
export function sessionStateOf(
  session: Readonly<{ secondFactorAt: Millis | null }>,
  who: Factors & Readonly<{ isStaff: boolean; isDemo: boolean }>,
): SessionState {
  if (session.secondFactorAt !== null) return 'complete'
  const { isStaff, hasTotp, hasPasskey, isDemo } = who
  if (hasTotp || (isStaff && hasPasskey)) return 'needs_second_factor'
  return isStaff && !isDemo ? 'needs_set_up' : 'complete'
}

/** True while the last proof is fresh enough to move money. */
export function isRecent(session: Readonly<{ reauthenticatedAt: Millis | null }>, now: Millis): boolean {
  return session.reauthenticatedAt !== null && now < session.reauthenticatedAt + recentFor
}
