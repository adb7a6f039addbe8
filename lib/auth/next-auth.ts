import type { NextAuthOptions } from 'next-auth'
import * as nextAuthModule from 'next-auth'
import { decode } from 'next-auth/jwt'
import * as credentialsModule from 'next-auth/providers/credentials'
import { announceOrigin } from '../config/env.ts'
import { keyedHash } from '../config/keys.ts'
import { invariant } from '../errors/invariant.ts'
import { day, second } from '../time/time.ts'
import { authCookieName, isSecureSite, parseCookies } from './auth-cookies.ts'

export type AuthCall = Readonly<{
  action: 'csrf' | 'session' | 'providers' | 'callback' | 'signout'
  method: 'GET' | 'POST'
  cookies: string | null
  body?: Readonly<Record<string, string>>
}>

/** `cookies` are whole `Set-Cookie` values. */
export type AuthAnswer = Readonly<{ status: number; body: unknown; location: string | undefined; cookies: string[] }>

/** What next-auth has to ask us: it keeps no account and no session itself. */
export type AuthHooks = Readonly<{
  /** Checks an e-mail and a password; returns the secret of a new session, or nothing, whatever was wrong. */
  openSession: (credentials: Readonly<{ email: string; password: string }>) => Promise<string | undefined>
  describeSession: (sid: string) => Promise<Readonly<Record<string, unknown>> | undefined>
  closeSession: (sid: string) => Promise<void>
}>

type Responder = {
  status(code: number): Responder
  setHeader(name: string, value: string | string[]): Responder
  getHeader(name: string): string | string[] | undefined
  send(body: unknown): Responder
  json(body: unknown): Responder
  end(): Responder
}
type Handler = (request: unknown, response: Responder, options: NextAuthOptions) => Promise<unknown>

/** The packages are CommonJS: what Node calls `default.default` a bundler calls `default`. */
function callable<Callable>(module: Readonly<{ default: unknown }>): Callable {
  const inner = module.default as Readonly<{ default?: unknown }>
  const found = typeof inner === 'function' ? inner : inner.default
  invariant(typeof found === 'function', 'next-auth is not installed as expected')
  return found as Callable
}

const handle = callable<Handler>(nextAuthModule)
const credentialsProvider = callable<(options: unknown) => NextAuthOptions['providers'][number]>(credentialsModule)
const cookieSeconds = (30 * day) / second

function secret(): string {
  return keyedHash('sessions', 'next-auth')
}

/**
 * Runs one next-auth action. Everything the site does with next-auth goes through here and {@link readSid}.
 *
 * The token holds the session's secret and nothing else: whether it is still good is our own row's business.
 */
export async function runNextAuth(call: AuthCall, hooks: AuthHooks): Promise<AuthAnswer> {
  announceOrigin()
  const answer = { status: 200, body: undefined as unknown, headers: new Map<string, string | string[]>() }
  const response: Responder = {
    status: (code) => {
      answer.status = code
      return response
    },
    setHeader: (name, value) => {
      answer.headers.set(name.toLowerCase(), value)
      return response
    },
    getHeader: (name) => answer.headers.get(name.toLowerCase()),
    send: (body) => {
      answer.body = body
      return response
    },
    json: (body) => response.send(body),
    end: () => response,
  }
  const path = call.action === 'callback' ? ['callback', 'credentials'] : [call.action]
  const request = {
    method: call.method,
    query: { nextauth: path },
    body: call.body,
    cookies: parseCookies(call.cookies),
    headers: {},
  }
  await handle(request, response, optionsOf(hooks))
  invariant(answer.status < 500, 'next-auth refused its configuration')
  const location = answer.headers.get('location')
  return {
    status: answer.status,
    body: answer.body,
    location: typeof location === 'string' ? location : undefined,
    cookies: [answer.headers.get('set-cookie') ?? []].flat(),
  }
}

function optionsOf(hooks: AuthHooks): NextAuthOptions {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureSite() } as const
  const silent = () => undefined
  return {
    secret: secret(),
    useSecureCookies: isSecureSite(),
    session: { strategy: 'jwt', maxAge: cookieSeconds },
    cookies: {
      sessionToken: { name: authCookieName('session'), options },
      csrfToken: { name: authCookieName('csrf'), options },
      callbackUrl: { name: authCookieName('callback'), options },
    },
    // Its own pages draw with inline styles, and its log prints each wrong password with a stack.
    pages: { signIn: '/fr/connexion', signOut: '/fr', error: '/fr/connexion' },
    logger: { error: silent, warn: silent, debug: silent },
    providers: [
      credentialsProvider({
        credentials: {},
        authorize: async (sent: Readonly<Record<string, unknown>> | undefined) => {
          const sid = await hooks.openSession({ email: text(sent?.['email']), password: text(sent?.['password']) })
          return sid === undefined ? null : { id: sid }
        },
      }),
    ],
    callbacks: {
      redirect: ({ baseUrl }) => baseUrl,
      jwt: ({ token, user }) => ({ sid: user ? user.id : token['sid'] }),
      session: async ({ session, token }) => {
        const described = await hooks.describeSession(text(token['sid']))
        return described ? { user: described, expires: session.expires } : ({} as typeof session)
      },
    },
    events: { signOut: ({ token }) => hooks.closeSession(text(token?.['sid'])) },
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The session secret in a request's cookie, if the cookie is one we sealed. Whether it still holds is not said here. */
export async function readSid(cookies: string | null): Promise<string | undefined> {
  const token = parseCookies(cookies)[authCookieName('session')]
  if (!token) return undefined
  try {
    const sid = text((await decode({ token, secret: secret() }))?.['sid'])
    return sid === '' ? undefined : sid
  } catch {
    return undefined
  }
}
