import { type AuthHooks, runNextAuth } from '../auth/next-auth.ts'

/**
 * The cookies of a session that is in the books already: next-auth's own sign-in is run inside the process, with its
 * anti-forgery token made and used in the same call.
 *
 * @param sid The secret of the session, to seal.
 * @returns The `Set-Cookie` values that make the browser remember.
 */
export async function sessionCookies(sid: string): Promise<readonly string[]> {
  const hooks: AuthHooks = {
    openSession: async () => sid,
    describeSession: async () => undefined,
    closeSession: async () => undefined,
  }
  const csrf = await runNextAuth({ action: 'csrf', method: 'GET', cookies: null }, hooks)
  const { csrfToken } = csrf.body as { csrfToken: string }
  const cookies = csrf.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  const answer = await runNextAuth({ action: 'callback', method: 'POST', cookies, body: { csrfToken } }, hooks)
  return answer.cookies.filter((cookie) => cookie.includes('obole_session'))
}
