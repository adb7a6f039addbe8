import { type AuthHooks, runNextAuth } from '../auth/next-auth.ts'

const silent: AuthHooks = {
  openSession: async () => undefined,
  describeSession: async () => undefined,
  closeSession: async () => undefined,
}

/**
 * Runs next-auth's own sign-in inside the process, with its anti-forgery token made and used in the same call.
 *
 * @param openSession Gives the secret of the session to seal; undefined seals nothing.
 * @returns The `Set-Cookie` values that make the browser remember; empty when nothing was opened.
 */
export async function sealedSession(openSession: () => Promise<string | undefined>): Promise<readonly string[]> {
  const hooks = { ...silent, openSession }
  const csrf = await runNextAuth({ action: 'csrf', method: 'GET', cookies: null }, hooks)
  const { csrfToken } = csrf.body as { csrfToken: string }
  const cookies = csrf.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  const answer = await runNextAuth({ action: 'callback', method: 'POST', cookies, body: { csrfToken } }, hooks)
  return answer.cookies.filter((cookie) => cookie.includes('obole_session'))
}

/** The cookies of a session that is in the books already. */
export function sessionCookies(sid: string): Promise<readonly string[]> {
  return sealedSession(async () => sid)
}
