import { commit } from '../../db/commit.ts'
import { authCookieName, isSecureSite } from '../auth/auth-cookies.ts'
import { readSid } from '../auth/next-auth.ts'
import { revokeSession } from '../auth/session-store.ts'
import { sha256Hex } from '../config/keys.ts'
import type { Millis } from '../time/time.ts'

/** Ends the session of a request, if it has one. @returns The `Set-Cookie` values that make the browser forget. */
export async function signOutMember(cookies: string | null, now: Millis): Promise<readonly string[]> {
  const sid = await readSid(cookies)
  if (sid !== undefined) await commit([revokeSession(sha256Hex(sid), now)])
  const secure = isSecureSite() ? '; Secure' : ''
  return [`${authCookieName('session')}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure}`]
}
