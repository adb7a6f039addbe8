import { afterEach, beforeEach, expect, test } from 'vitest'
import { POST as requestEmail } from '../../app/api/v1/account/email/route.ts'
import { GET as exportData } from '../../app/api/v1/account/export/route.ts'
import { POST as changePassword } from '../../app/api/v1/account/password/route.ts'
import { POST as changeProfile } from '../../app/api/v1/account/profile/route.ts'
import { POST as signUp } from '../../app/api/v1/account/route.ts'
import { POST as verify } from '../../app/api/v1/account/verify/route.ts'
import { POST as addAccount } from '../../app/api/v1/admin/providers/route.ts'
import { POST as confirm } from '../../app/api/v1/session/confirm/route.ts'
import { formState } from '../../components/admin/form-kit.tsx'
import { refundProblems } from '../../components/admin/refund-words.ts'
import { claimProblems } from '../../components/claims/claim-form-words.ts'
import { anyRows, commit } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { cookieName, readCookie } from '../../lib/http/cookies.ts'
import { readFlash } from '../../lib/http/flash.ts'
import { findMember } from '../../lib/members/find-member.ts'
import { currentTime } from '../../lib/time/time.ts'
import { codeSentTo, cookieLine } from '../support/accounts.ts'
import { signedIn, testPassword } from '../support/staff.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const route = { params: Promise.resolve({}) }
let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => database.close())

function post(fields: Record<string, string>, cookie = ''): Request {
  return new Request('http://localhost:3000/', {
    method: 'POST',
    body: new URLSearchParams({ locale: 'fr', from: '/fr/espace/securite', ...fields }),
    headers: { 'sec-fetch-site': 'same-origin', 'x-obole-address': '192.0.2.5', cookie },
  })
}

const cookiesOf = (answer: Response) => cookieLine(answer.headers.getSetCookie())
const locationOf = (answer: Response) => answer.headers.get('location') ?? ''

/** As if the member had proved who she is eleven minutes ago. */
async function makeProofOld(): Promise<void> {
  await commit([anyRows(writeSql('update sessions set reauthenticated_at = reauthenticated_at - 660000')())])
}

test('signing up by plain forms: the form, the code of the mail, the own page', async () => {
  const asked = await signUp(
    post({ email: 'lea@example.org', displayName: 'Léa', password: 'trois chats sur un mur' }),
    route,
  )
  expect([asked.status, locationOf(asked).split('&flow=')[0]]).toEqual([303, '/fr/verification?for=sign-up'])
  const flow = new URL(locationOf(asked), 'http://localhost').searchParams.get('flow') ?? ''

  const done = await verify(post({ flow, code: codeSentTo('lea@example.org') }), route)

  expect([done.status, locationOf(done)]).toEqual([303, '/fr/espace'])
  expect((await findMember(cookiesOf(done), currentTime()))?.displayName).toBe('Léa')
})

test('a form that needs a fresh proof comes back with what was typed, once the proof is given', async () => {
  const cookie = await signedIn(null)
  await makeProofOld()
  const asked = await requestEmail(post({ email: 'nouvelle@example.org', form: 'new-email' }, cookie), route)
  expect(locationOf(asked)).toMatch(/^\/fr\/confirmer\?next=/)
  const next = new URL(locationOf(asked), 'http://localhost').searchParams.get('next') ?? ''
  const kept = cookiesOf(asked)
  expect(readCookie(kept, cookieName('return'))).toBeDefined()

  const wrong = await confirm(
    post({ password: 'pas le bon mot', next, from: locationOf(asked) }, `${cookie}; ${kept}`),
    route,
  )
  expect(locationOf(wrong)).toContain('/fr/confirmer')
  const proved = await confirm(post({ password: testPassword, next }, `${cookie}; ${kept}`), route)

  expect(locationOf(proved)).toBe(next)
  const flash = readFlash(cookiesOf(proved), new URL(next, 'http://localhost').searchParams.get('e') ?? undefined)
  expect(flash).toMatchObject({ code: 'confirmed', values: { email: 'nouvelle@example.org', form: 'new-email' } })
  const sent = await requestEmail(post({ email: 'nouvelle@example.org' }, cookiesOf(proved)), route)
  expect(locationOf(sent)).toContain('sent=email')
})

test('the way back leads to this site only', async () => {
  const cookie = await signedIn(null)
  const answer = await confirm(post({ password: testPassword, next: 'https://elsewhere.example/' }, cookie), route)

  expect(locationOf(answer)).toBe('/')
})

test('a new password is never kept in the form that waits', async () => {
  const cookie = await signedIn(null)
  await makeProofOld()
  const asked = await changePassword(post({ password: 'une phrase secrète' }, cookie), route)
  const next = new URL(locationOf(asked), 'http://localhost').searchParams.get('next') ?? ''
  const proved = await confirm(post({ password: testPassword, next }, `${cookie}; ${cookiesOf(asked)}`), route)

  const flash = readFlash(cookiesOf(proved), new URL(next, 'http://localhost').searchParams.get('e') ?? undefined)
  expect(JSON.stringify(flash)).not.toContain('une phrase secrète')
})

test('the secrets of an account with a provider are neither kept nor shown, and are asked for again', async () => {
  const cookie = await signedIn('owner')
  await makeProofOld()
  const asked = await addAccount(
    post(
      {
        kind: 'camara',
        label: 'Orange',
        form: 'account',
        secrets: 's_apiKey s_secret',
        s_apiKey: 'hunter2'.repeat(700),
      },
      cookie,
    ),
    route,
  )
  const next = new URL(locationOf(asked), 'http://localhost').searchParams.get('next') ?? ''
  const proved = await confirm(post({ password: testPassword, next }, `${cookie}; ${cookiesOf(asked)}`), route)

  const flash = readFlash(cookiesOf(proved), new URL(next, 'http://localhost').searchParams.get('e') ?? undefined)
  expect(flash).toMatchObject({ code: 'confirmed', values: { label: 'Orange' } })
  expect(flash?.fields).toEqual([{ field: 's_apiKey', code: 'type_again' }])
  expect(JSON.stringify(flash)).not.toContain('hunter2')
  const state = formState(flash, { locale: 'en', form: 'account' })
  expect([...state.problems.keys()]).toEqual(['s_apiKey'])
})

test('a form of the panel that comes back after the proof says nothing went wrong', () => {
  const values = { form: 'refund', amount: '1,50' }
  const state = formState({ code: 'confirmed', fields: [], values }, { locale: 'fr', form: 'refund' })
  expect(state).toMatchObject({ values, refusal: undefined, isConfirmed: true })
  const flash = { code: 'confirmed', fields: [], values }
  expect([refundProblems(flash, 'fr'), claimProblems(flash, 'fr')]).toEqual([[], []])
})

test('strangers and foreign sites change nothing', async () => {
  expect(locationOf(await changeProfile(post({ displayName: 'X', language: 'en' }), route))).toContain('e=')
  const cookie = await signedIn(null)
  const foreign = new Request('http://localhost:3000/', {
    method: 'POST',
    body: new URLSearchParams({ displayName: 'X', language: 'en' }),
    headers: { 'sec-fetch-site': 'cross-site', accept: 'application/json', cookie },
  })

  expect((await changeProfile(foreign, route)).status).toBe(403)
  expect((await findMember(cookie, currentTime()))?.displayName).toBe('Camille')
})

test('the file of everything asks for a session and a fresh proof', async () => {
  const get = (cookie: string) => exportData(new Request('http://localhost:3000/', { headers: { cookie } }))
  const cookie = await signedIn(null)

  expect((await get('')).status).toBe(401)
  expect((await get(cookie)).headers.get('content-disposition')).toContain('attachment')
  await makeProofOld()
  expect((await get(cookie)).status).toBe(403)
})
