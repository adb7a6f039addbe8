import { commit } from '../../db/commit.ts'
import type { AuthHooks } from '../auth/next-auth.ts'
import { hasPasskey } from '../auth/passkeys-queries.ts'
import { isPassword } from '../auth/password.ts'
import { revokeSession } from '../auth/session-store.ts'
import { isDemo } from '../config/env.ts'
import { keyedHash, sha256Hex } from '../config/keys.ts'
import { DomainError } from '../errors/domain-error.ts'
import { consumeLimit, forgiveLimit } from '../rate-limit/rate-limit.ts'
import type { Millis } from '../time/time.ts'
import { findMemberBySid } from './find-member.ts'
import { foldEmail, isStaff, type Member } from './member.ts'
import { findCredentials, hasTotp } from './members-queries.ts'
import { openSession } from './open-session.ts'
import { sessionCookies } from './session-cookies.ts'
import { type SessionState, sessionStateOf } from './session-state.ts'

export type SignIn = Readonly<{
  email: string
  password: string
  /** The client's address, counted against guessing. */
  address: string
  /** The request's cookies: a session in them ends when the new one begins. */
  cookies: string | null
  device?: string | undefined
  now: Millis
}>

/** `state` says whether the new session still needs a second factor; `cookies` make the browser remember it. */
export type SignedIn = Readonly<{ member: Member; state: SessionState; cookies: readonly string[] }>

/**
 * Checks an e-mail and a password and opens a session.
 *
 * An unknown account, a disabled one and a wrong password get the same answer after the same work.
 *
 * @throws DomainError `invalid_input` on `password` with `wrong`; `rate_limited` after too many tries.
 */
export async function signInMember(input: SignIn): Promise<SignedIn> {
  const opened = await openMemberSession(input)
  if (!opened) throw new DomainError('invalid_input', { fields: [{ field: 'password', code: 'wrong' }] })
  const { member } = opened
  return { member, state: firstStateOf(member), cookies: await sessionCookies(opened.sid) }
}

/** Counts the try, checks the password and stores a session; undefined when anything was wrong. */
export async function openMemberSession(input: SignIn): Promise<Readonly<{ sid: string; member: Member }> | undefined> {
  const { email, password, address, cookies, device, now } = input
  const forgive = await countSignIn(email, address)
  const found = findCredentials(email)
  const isRight = await isPassword(found?.passwordHash, password)
  if (!found || !isRight) return undefined
  await forgive()
  const { member } = found
  const { sid, steps } = await openSession({ member, cookies, device, isTwoFactors: false, now })
  await commit(steps)
  return { sid, member }
}

/**
 * Counts one try to prove who one is against the account, the address, both together and everybody.
 *
 * @returns What to call when the proof was right, so that honest people are not counted.
 * @throws DomainError `rate_limited`.
 */
export async function countSignIn(email: string, address: string): Promise<() => Promise<void>> {
  const account = keyedHash('sessions', foldEmail(email))
  await consumeLimit('sign_in_global', 'all')
  await consumeLimit('sign_in_address', address)
  await consumeLimit('sign_in_account', account)
  await consumeLimit('sign_in', `${account} ${address}`)
  return () => forgiveLimit('sign_in', `${account} ${address}`)
}

/** What a session opened by one factor needs. */
export function firstStateOf(member: Member): SessionState {
  const factors = { hasTotp: hasTotp(member.id), hasPasskey: hasPasskey(member.id) }
  return sessionStateOf({ secondFactorAt: null }, { ...factors, isStaff: isStaff(member), isDemo: isDemo() })
}

/** What next-auth may ask about sessions that exist already; opening one is the caller's to allow. */
export function memberHooks(now: Millis): AuthHooks {
  return {
    openSession: async () => undefined,
    describeSession: async (sid) => {
      const member = await findMemberBySid(sid, now)
      return member && { name: member.displayName, email: member.email, locale: member.locale }
    },
    closeSession: async (sid) => commit([revokeSession(sha256Hex(sid), now)]),
  }
}
