// What stays in the books of an answer that its caller may ask for again by an Idempotency-Key.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { POST as renewCodes } from '../../app/api/v1/account/backup-codes/route.ts'
import { POST as changeWebhook } from '../../app/api/v1/admin/webhooks/[id]/change/route.ts'
import { POST as addWebhook } from '../../app/api/v1/admin/webhooks/route.ts'
import { POST as signIn } from '../../app/api/v1/session/route.ts'
import { reader } from '../../db/client.ts'
import { sha256Hex } from '../../lib/config/keys.ts'
import { signedIn, testPassword } from '../support/staff.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => database.close())

type Post = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>
type Body = Record<string, unknown>

/** The same call twice: what each answered, and what is kept of it. */
async function twice(post: Post, call: Readonly<{ body: Body; cookie?: string; params?: Record<string, string> }>) {
  const raw = JSON.stringify(call.body)
  const ask = async () => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'sec-fetch-site': 'same-origin',
      'idempotency-key': 'once',
      cookie: call.cookie ?? '',
    }
    const request = new Request('http://localhost:3000/api', { method: 'POST', body: raw, headers })
    const answer = await post(request, { params: Promise.resolve(call.params ?? {}) })
    expect(answer.status).toBeLessThan(300)
    return (await answer.json()) as Body
  }
  const [first, second] = [await ask(), await ask()]
  const row = reader().$client.prepare('select * from idempotency_keys').get() as Record<string, unknown>
  return { first, second, kept: JSON.stringify(row), raw }
}

test('backup codes are answered once and kept in no answer', async () => {
  const cookie = await signedIn('owner')
  const { first, second, kept } = await twice(renewCodes, { body: { locale: 'fr' }, cookie })
  const codes = first['codes'] as string[]
  expect(codes).toHaveLength(10)
  expect(second).toEqual({ location: first['location'] })
  for (const code of codes) expect(kept).not.toContain(code)
})

test('the secret of a webhook is answered once and kept in no answer', async () => {
  const cookie = await signedIn('owner')
  const body = { label: 'books', url: 'https://books.example/hook' }
  const { first, second, kept } = await twice(addWebhook, { body, cookie })
  expect(String(first['secret'])).toMatch(/^whsec_/)
  expect(second).toEqual({ id: first['id'], label: 'books', location: first['location'] })
  expect(kept).not.toContain('whsec_')
})

test('a new secret of a webhook is kept in no answer either', async () => {
  const cookie = await signedIn('owner')
  const made = await addWebhook(
    new Request('http://localhost:3000/', {
      method: 'POST',
      body: JSON.stringify({ label: 'books', url: 'https://books.example/hook' }),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'sec-fetch-site': 'same-origin',
        cookie,
      },
    }),
    { params: Promise.resolve({}) },
  )
  const { id } = (await made.json()) as { id: string }
  const { first, second, kept } = await twice(changeWebhook, { body: { change: 'rotated' }, cookie, params: { id } })
  expect(String(first['secret'])).toMatch(/^whsec_/)
  expect(second).not.toHaveProperty('secret')
  expect(kept).not.toContain('whsec_')
})

test('of a sign-in neither who it was nor a hash that her password could be guessed by is kept', async () => {
  await signedIn(null)
  const body = { email: 'visitor-fr@demo.example.org', password: testPassword, locale: 'fr' }
  const { first, second, kept, raw } = await twice(signIn, { body })
  expect(first).toMatchObject({ state: 'complete', member: { displayName: 'Camille' } })
  expect(second).toEqual({ state: 'complete', location: first['location'] })
  expect(kept).not.toMatch(/Camille|visitor-fr/)
  expect(kept).not.toContain(sha256Hex(raw))
})

test('a key is its member’s own: somebody else behind the same address gets an answer of her own', async () => {
  const call = async (cookie: string) => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'sec-fetch-site': 'same-origin',
      'idempotency-key': 'once',
      cookie,
    }
    const request = new Request('http://localhost:3000/api/v1/account/backup-codes', {
      method: 'POST',
      body: JSON.stringify({ locale: 'fr' }),
      headers,
    })
    return renewCodes(request, { params: Promise.resolve({}) })
  }
  const [camille, other] = [await signedIn('owner'), await signedIn('owner', 'en')]
  const replayed = async (cookie: string) => (await call(cookie)).headers.get('idempotent-replay')
  expect(await replayed(camille)).toBeNull()
  expect(await replayed(other)).toBeNull()
  // Whoever asks again under another browser's cookie is still the same member.
  expect(await replayed(`${camille}; obole_device=another-browser`)).toBe('true')
})
