import { afterEach, beforeEach, expect, test } from 'vitest'
import { GET as nextAuthGet, POST as nextAuthPost } from '../../app/api/auth/[...nextauth]/route.ts'
import { POST as endSession } from '../../app/api/v1/session/end/route.ts'
import { POST as signIn } from '../../app/api/v1/session/route.ts'
import { readFlash } from '../../lib/http/flash.ts'
import { createMember } from '../../lib/members/create-member.ts'
import { findMember } from '../../lib/members/find-member.ts'
import { currentTime } from '../../lib/time/time.ts'
import { testPassword } from '../support/staff.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const email = 'lea@example.org'
const route = { params: Promise.resolve({}) }
let database: TestDatabase
beforeEach(async () => {
  database = openTestDatabase()
  const now = currentTime()
  await createMember({ email, password: testPassword, displayName: 'Léa', staffRole: null, locale: 'fr', now })
})
afterEach(() => database.close())

function post(fields: Record<string, string>, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost:3000/api/v1/session', {
    method: 'POST',
    body: new URLSearchParams({ locale: 'fr', from: '/fr/connexion', ...fields }),
    headers: { 'sec-fetch-site': 'same-origin', 'x-obole-address': '192.0.2.5', ...headers },
  })
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

test('the form signs in and goes to the page that asked', async () => {
  const answer = await signIn(post({ email, password: testPassword, next: '/fr/mes-acces' }), route)

  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/fr/mes-acces'])
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect((await findMember(cookiesOf(answer), currentTime()))?.email).toBe(email)
})

test.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])(
  'signing in never leads to %s',
  async (next) => {
    const answer = await signIn(post({ email, password: testPassword, next }), route)

    expect(answer.headers.get('location')).toBe('/fr/espace')
  },
)

test('a refused form goes back with the address typed, never the password', async () => {
  const answer = await signIn(post({ email, password: 'pas le bon mot' }), route)
  const location = answer.headers.get('location') ?? ''
  const flash = readFlash(cookiesOf(answer), location.split('e=')[1])

  expect(location).toMatch(/^\/fr\/connexion\?e=/)
  expect(flash).toMatchObject({ code: 'invalid_input', values: { email } })
  expect(JSON.stringify(flash)).not.toContain('pas le bon mot')
  expect(cookiesOf(answer)).not.toContain('obole_session')
})

test('a form that another site sent signs nobody in', async () => {
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    const answer = await signIn(post({ email, password: testPassword }, headers), route)
    expect(answer.status).toBe(403)
    expect(cookiesOf(answer)).toBe('')
  }
})

test('signing out ends the session', async () => {
  const cookie = cookiesOf(await signIn(post({ email, password: testPassword }), route))
  const answer = await endSession(post({}, { cookie }), route)

  expect(answer.status).toBe(303)
  expect(await findMember(cookie, currentTime())).toBeUndefined()
  // What was typed or shown to her waits for nobody else at this browser.
  expect(cookiesOf(answer)).toMatch(/obole_flash=(;|$)/)
})

const auth = (...nextauth: string[]) => ({ params: Promise.resolve({ nextauth }) })
const address = 'http://localhost:3000/api/auth/'

test('next-auth’s own addresses are cut down to what its clients need', async () => {
  for (const path of ['signin', 'signout', 'error', 'verify-request', '_log', 'callback/email']) {
    expect((await nextAuthGet(new Request(address + path), auth(...path.split('/')))).status, path).toBe(404)
  }
  for (const path of ['session', '_log', 'signin/credentials', 'callback/email']) {
    const request = new Request(address + path, { method: 'POST', body: new URLSearchParams({}) })
    expect((await nextAuthPost(request, auth(...path.split('/')))).status, path).toBe(404)
  }
})

test('signing in through next-auth passes the same door and the same counts', async () => {
  const csrf = await nextAuthGet(new Request(`${address}csrf`), auth('csrf'))
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const attempt = (fields: Record<string, string>, site = 'same-origin') =>
    nextAuthPost(
      new Request(`${address}callback/credentials`, {
        method: 'POST',
        body: new URLSearchParams({ csrfToken, email, password: testPassword, ...fields }),
        headers: { cookie: cookiesOf(csrf), 'sec-fetch-site': site, 'x-obole-address': '192.0.2.6' },
      }),
      auth('callback', 'credentials'),
    )

  expect((await attempt({}, 'cross-site')).status).toBe(403)
  expect(cookiesOf(await attempt({ csrfToken: 'made up' }))).not.toContain('obole_session')
  const good = await attempt({ callbackUrl: 'https://elsewhere.example/' })
  expect(cookiesOf(good)).toContain('obole_session')
  expect(good.headers.get('location')).not.toContain('elsewhere')
  for (let at = 0; at < 5; at += 1) await attempt({ password: 'faux faux faux' })
  expect((await attempt({})).status).toBe(429)
})
