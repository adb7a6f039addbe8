import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { type AuthHooks, readSid, runNextAuth } from '../auth/next-auth.ts'
import { isPassword } from '../auth/password.ts'
import { sessionExpiry } from '../auth/session.ts'
import { insertSession, revokeSession } from '../auth/session-store.ts'
import { keyedHash, sha256Hex } from '../config/keys.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newToken } from '../ids/ids.ts'
import { consumeLimit, forgiveLimit } from '../rate-limit/rate-limit.ts'
import type { Millis } from '../time/time.ts'
import { findMemberBySid } from './find-member.ts'
import { foldEmail, isStaff, type Member } from './member.ts'
import { findCredentials } from './members-queries.ts'

export type SignIn = Readonly<{
  email: string
  password: string
  /** The client's address, counted against guessing. */
  address: string
  /** The request's cookies: a session in them ends when the new one begins. */
  cookies: string | null
  now: Millis
}>

/**
 * Checks an e-mail and a password and opens a session.
 *
 * An unknown account, a disabled one and a wrong password get the same answer after the same work.
 *
 * @returns The member and the `Set-Cookie` values that make the browser remember.
 * @throws DomainError `invalid_input` on `password` with `wrong`; `rate_limited` after too many tries.
 */
export async function signInMember(input: SignIn): Promise<Readonly<{ member: Member; cookies: readonly string[] }>> {
  let opened: Member | undefined
  let refusal: unknown
  const openSession = async () => {
    try {
      const session = await openMemberSession(input)
      opened = session?.member
      return session?.sid
    } catch (error) {
      // next-auth turns anything thrown here into a page of its own.
      refusal = error
      return undefined
    }
  }
  const hooks = { ...memberHooks(input.now), openSession }
  const csrf = await runNextAuth({ action: 'csrf', method: 'GET', cookies: null }, hooks)
  const { csrfToken } = csrf.body as { csrfToken: string }
  const cookies = csrf.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  const body = { email: input.email, password: input.password, csrfToken }
  const answer = await runNextAuth({ action: 'callback', method: 'POST', cookies, body }, hooks)
  if (refusal) throw refusal
  if (!opened) throw new DomainError('invalid_input', { fields: [{ field: 'password', code: 'wrong' }] })
  return { member: opened, cookies: answer.cookies.filter((cookie) => cookie.includes('obole_session')) }
}

/** Counts the try, checks the password and stores a session; undefined when anything was wrong. */
export async function openMemberSession(input: SignIn): Promise<Readonly<{ sid: string; member: Member }> | undefined> {
  const { email, password, address, now } = input
  const account = keyedHash('sessions', foldEmail(email))
  await consumeLimit('sign_in_global', 'all')
  await consumeLimit('sign_in_address', address)
  await consumeLimit('sign_in_account', account)
  await consumeLimit('sign_in', `${account} ${address}`)
  const found = findCredentials(email)
  const isRight = await isPassword(found?.passwordHash, password)
  if (!found || !isRight) return undefined
  await forgiveLimit('sign_in', `${account} ${address}`)
  const sid = newToken()
  const previous = await readSid(input.cookies)
  const { member } = found
  await commit([
    insertSession({
      idHash: sha256Hex(sid),
      memberId: member.id,
      createdAt: now,
      seenAt: now,
      expiresAt: sessionExpiry(isStaff(member) ? 'staff' : 'member', now),
      revokedAt: null,
      secondFactorAt: null,
      reauthenticatedAt: null,
      device: null,
    }),
    ...(previous === undefined ? [] : [revokeSession(sha256Hex(previous), now)]),
    recordAudit({ actor: `member:${member.id}`, action: 'session_opened', subject: `member:${member.id}` }, now),
  ])
  return { sid, member }
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
