import { verify } from '@node-rs/argon2'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reader } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { readSid, runNextAuth } from '../../lib/auth/next-auth.ts'
import { revokeSession } from '../../lib/auth/session-store.ts'
import { sha256Hex } from '../../lib/config/keys.ts'
import { isDomainError } from '../../lib/errors/domain-error.ts'
import { createMember } from '../../lib/members/create-member.ts'
import { ensureMember } from '../../lib/members/ensure-member.ts'
import { findMember } from '../../lib/members/find-member.ts'
import { requireStaffMember } from '../../lib/members/require-member.ts'
import { setPassword } from '../../lib/members/set-password.ts'
import { memberHooks, signInMember } from '../../lib/members/sign-in-member.ts'
import { signOutMember } from '../../lib/members/sign-out-member.ts'
import { day, hour, minute } from '../../lib/time/time.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

vi.mock('@node-rs/argon2', async (original) => {
  const library = await original<typeof import('@node-rs/argon2')>()
  return { ...library, verify: vi.fn(library.verify) }
})

const now = Date.UTC(2026, 10, 22, 9)
const email = 'gerante@demo.example.org'
const password = 'un mot de passe assez long'
let database: TestDatabase

beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => database.close())

function owner() {
  return createMember({ email, password, displayName: 'Ada', staffRole: 'owner', locale: 'fr', now })
}

async function signIn(
  typed: Partial<{ email: string; password: string; address: string; cookies: string | null }> = {},
) {
  const answer = await signInMember({ email, password, address: '192.0.2.1', cookies: null, now, ...typed })
  return answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

async function refusalOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!isDomainError(error)) throw error ?? new Error('nothing was refused')
  return { code: error.code, fields: error.fields.map(({ field, code }) => `${field}:${code}`) }
}

test('signing in opens a session that the next request carries', async () => {
  const member = await owner()
  const cookies = await signIn()

  expect(await findMember(cookies, now + minute)).toEqual(member)
  expect(await findMember(null, now)).toBeUndefined()
  expect(await findMember(cookies.replace(/.{8}$/, 'AAAAAAAA'), now)).toBeUndefined()
})

test('the cookie holds the secret of the session and nothing about the member', async () => {
  await owner()
  const cookies = await signIn()
  const sid = await readSid(cookies)

  expect(sid).toMatch(/^[\w-]{43}$/)
  const stored = reader().$client.prepare('select * from sessions').all()
  expect(JSON.stringify(stored)).not.toContain(sid)
})

test('a revoked session is refused on the next request', async () => {
  await owner()
  const cookies = await signIn()
  const sid = (await readSid(cookies)) ?? ''

  await commit([revokeSession(sha256Hex(sid), now)])

  expect(await findMember(cookies, now)).toBeUndefined()
})

test('signing out revokes the row, so a copy of the cookie is worth nothing', async () => {
  await owner()
  const cookies = await signIn()

  const [forget] = await signOutMember(cookies, now)

  expect(forget).toContain('Max-Age=0')
  expect(await findMember(cookies, now)).toBeUndefined()
})

test('signing in again ends the session the browser came with', async () => {
  await owner()
  const first = await signIn()
  const second = await signIn({ cookies: first })

  expect(await findMember(first, now)).toBeUndefined()
  expect(await findMember(second, now)).toBeDefined()
})

test('a new password ends every session', async () => {
  const member = await owner()
  const cookies = await signIn()

  await setPassword(member, { password: 'une tout autre phrase', now })

  expect(await findMember(cookies, now)).toBeUndefined()
  await expect(signIn()).rejects.toThrow()
  expect(await signIn({ password: 'une tout autre phrase' })).toContain('obole_session')
})

test('sessions of staff end after eight idle hours and after seven days in any case', async () => {
  await owner()
  const idle = await signIn()
  expect(await findMember(idle, now + 8 * hour - minute)).toBeDefined()
  expect(await findMember(idle, now + 17 * hour)).toBeUndefined()

  const busy = await signIn({ address: '192.0.2.2' })
  for (let at = now; at < now + 7 * day; at += 4 * hour) expect(await findMember(busy, at)).toBeDefined()
  expect(await findMember(busy, now + 7 * day)).toBeUndefined()
})

test('with https the cookie is bound to the host', async () => {
  database.close()
  database = openTestDatabase({ OBOLE_ORIGIN: 'https://annonces.example' })
  await owner()
  const { cookies } = await signInMember({ email, password, address: '192.0.2.1', cookies: null, now })

  expect(cookies.join()).toMatch(/^__Host-obole_session=.*Path=\/.*HttpOnly; Secure; SameSite=Lax/)
})

test('an unknown account, a disabled one and a wrong password are answered alike', async () => {
  await owner()
  const wrong = await refusalOf(signIn({ password: 'pas le bon mot de passe' }))
  const unknown = await refusalOf(signIn({ email: 'personne@example.org', address: '192.0.2.9' }))

  expect(unknown).toEqual(wrong)
  expect(wrong).toEqual({ code: 'invalid_input', fields: ['password:wrong'] })
})

// What an unknown account would save is the 30 ms of one hash; the medians may differ by scheduling, not by that.
test('an unknown account costs the same work as a wrong password', async () => {
  await owner()
  const workOf = async (typed: { email: string }) => {
    vi.mocked(verify).mockClear()
    await signIn({ ...typed, password: 'pas le bon', address: '192.0.2.10' }).catch(() => undefined)
    return vi.mocked(verify).mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4).join('$'))
  }
  const known = await workOf({ email })
  const unknown = await workOf({ email: 'personne@example.org' })

  expect(known).toEqual(['$argon2id$v=19$m=19456,t=2,p=1'])
  expect(unknown).toEqual(known)
})

test('guessing one account from one address is refused after five tries, even with the right password', async () => {
  await owner()
  for (let at = 0; at < 5; at += 1) await signIn({ password: `mauvais numéro ${at}` }).catch(() => undefined)

  expect((await refusalOf(signIn())).code).toBe('rate_limited')
  expect(await signIn({ address: '192.0.2.77' })).toContain('obole_session')
})

test('guessing many accounts from one address is refused', async () => {
  await owner()
  for (let at = 0; at < 20; at += 1)
    await signIn({ email: `essai${at}@example.org`, password: 'azertyuiopqs' }).catch(() => undefined)

  expect((await refusalOf(signIn())).code).toBe('rate_limited')
})

test('only members with a role that includes it pass where staff is required', async () => {
  await owner()
  const cookies = await signIn()
  expect((await requireStaffMember(cookies, { now, ability: 'change_providers' })).email).toBe(email)

  await createMember({ email: 'm@example.org', password, displayName: 'M', staffRole: 'moderator', locale: 'en', now })
  const moderator = await signIn({ email: 'm@example.org' })
  expect((await refusalOf(requireStaffMember(moderator, { now, ability: 'see_money' }))).code).toBe('forbidden')

  await createMember({ email: 'v@example.org', password, displayName: 'V', staffRole: null, locale: 'en', now })
  const visitor = await signIn({ email: 'v@example.org' })
  expect((await refusalOf(requireStaffMember(visitor, { now, ability: 'see_money' }))).code).toBe('forbidden')
  expect((await refusalOf(requireStaffMember(null, { now, ability: 'see_money' }))).code).toBe('not_signed_in')
})

test('weak passwords, bad addresses and taken ones are refused by field', async () => {
  const member = { email, displayName: 'Ada', staffRole: null, locale: 'fr', now } as const
  expect((await refusalOf(createMember({ ...member, password: 'court' }))).fields).toEqual(['password:too_short'])
  expect((await refusalOf(createMember({ ...member, password: 'aaaaaaaaaaaaaaaa' }))).fields).toEqual([
    'password:too_simple',
  ])
  expect((await refusalOf(createMember({ ...member, email: 'personne', password }))).fields).toEqual(['email:invalid'])
  await owner()
  expect((await refusalOf(createMember({ ...member, email: ` ${email.toUpperCase()}`, password }))).fields).toEqual([
    'email:taken',
  ])
})

test('making sure of an account creates it, then resets its password', async () => {
  const wanted = { email, displayName: 'Ada', staffRole: 'owner', locale: 'fr', now } as const
  const made = await ensureMember({ ...wanted, password: 'premier mot de passe' })
  const again = await ensureMember({ ...wanted, password: 'second mot de passe' })

  expect(again.id).toBe(made.id)
  await expect(signIn({ password: 'premier mot de passe' })).rejects.toThrow()
  expect(await signIn({ password: 'second mot de passe' })).toContain('obole_session')
})

test('next-auth tells who is signed in, and forgets with the session', async () => {
  await owner()
  const cookies = await signIn()
  const ask = () => runNextAuth({ action: 'session', method: 'GET', cookies }, memberHooks(now))

  expect((await ask()).body).toMatchObject({ user: { name: 'Ada', email } })
  await signOutMember(cookies, now)
  expect((await ask()).body).toEqual({})
})

test('next-auth opens nothing without its anti-forgery token', async () => {
  await owner()
  let isAsked = false
  const hooks = {
    ...memberHooks(now),
    openSession: async () => {
      isAsked = true
      return 'sid'
    },
  }
  const answer = await runNextAuth(
    { action: 'callback', method: 'POST', cookies: null, body: { email, password, csrfToken: 'made up' } },
    hooks,
  )

  expect(isAsked).toBe(false)
  expect(answer.cookies.join()).not.toContain('obole_session')
})
