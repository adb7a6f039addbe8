import { generateSync } from 'otplib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addPasskey } from '../../lib/accounts/add-passkey.ts'
import { confirmIdentity } from '../../lib/accounts/confirm-identity.ts'
import { confirmTotp } from '../../lib/accounts/confirm-totp.ts'
import { giveSecondFactor } from '../../lib/accounts/give-second-factor.ts'
import { offerPasskey } from '../../lib/accounts/offer-passkey.ts'
import { removePasskey } from '../../lib/accounts/remove-passkey.ts'
import { removeTotp } from '../../lib/accounts/remove-totp.ts'
import { findOfferedTotp, setUpTotp } from '../../lib/accounts/set-up-totp.ts'
import { signIn } from '../../lib/accounts/sign-in.ts'
import { signInWithPasskey } from '../../lib/accounts/sign-in-with-passkey.ts'
import { memberVisitor } from '../../lib/http/own-ads-page.ts'
import { staffWith } from '../../lib/http/require-staff.ts'
import { setUpSessionOfRequest } from '../../lib/http/session-actors.ts'
import { createMember } from '../../lib/members/create-member.ts'
import { findMember, findMemberSession, type MemberSession } from '../../lib/members/find-member.ts'
import type { StaffRole } from '../../lib/members/member.ts'
import { requireRecentAuth, requireStaffMember } from '../../lib/members/require-member.ts'
import { currentTime, minute, second } from '../../lib/time/time.ts'
import { accountRequest, cookieLine, refusalOf } from '../support/accounts.ts'
import { softwarePasskey } from '../support/software-passkey.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const browser = vi.hoisted(() => ({ cookies: '' }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ cookie: browser.cookies }) }))
vi.mock('next/navigation', () => ({
  redirect: (location: string) => {
    throw new Error(`led to ${location}`)
  },
  notFound: () => undefined,
}))

const email = 'ada@example.org'
const password = 'trois chats sur un mur'
const origin = 'http://localhost:3000'
const refused = 'code_refused code:refused'
// Routes read the clock themselves, so these tests live in the present.
const now = currentTime()
let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase({ OBOLE_MODE: 'live' })
})
afterEach(() => database.close())

function member(staffRole: StaffRole | null = 'owner') {
  return createMember({ email, password, displayName: 'Ada', staffRole, locale: 'fr', now })
}

async function enter(at = now): Promise<string> {
  return cookieLine((await signIn({ email, password }, accountRequest({ now: at }))).cookies)
}

async function sessionOf(cookies: string, at = now): Promise<MemberSession> {
  const found = await findMemberSession(cookies, at)
  if (!found) throw new Error('nobody is signed in')
  return found
}

async function withTotp(cookies: string) {
  const found = await sessionOf(cookies)
  await setUpTotp(found.member)
  const secret = findOfferedTotp(found.member)?.secret ?? ''
  const added = await confirmTotp(found, { code: codeOf(secret, now), now })
  return { secret, codes: added.codes, cookies: cookieLine(added.cookies) }
}

function codeOf(secret: string, at: number): string {
  return generateSync({ secret, epoch: Math.floor(at / second) })
}

function asked(cookies: string): Request {
  return new Request('http://localhost:3000/', { method: 'POST', headers: { cookie: cookies } })
}

test('staff of a live site are nobody until they have set up a second factor', async () => {
  await member()
  const cookies = await enter()

  expect((await sessionOf(cookies)).state).toBe('needs_set_up')
  expect(await findMember(cookies, now)).toBeUndefined()
  expect(await refusalOf(requireStaffMember(cookies, { now, ability: 'see_money' }))).toBe('not_signed_in')
  expect(await refusalOf(staffWith('see_money')(asked(cookies)))).toBe('not_signed_in')
  expect((await setUpSessionOfRequest(asked(cookies))).member.email).toBe(email)

  const { cookies: complete } = await withTotp(cookies)
  expect((await requireStaffMember(complete, { now, ability: 'see_money' })).email).toBe(email)
  expect(await findMember(cookies, now)).toBeUndefined()
})

test('a demonstration lets staff in without one', async () => {
  database.close()
  database = openTestDatabase({ OBOLE_MODE: 'demo' })
  await member()

  expect((await sessionOf(await enter())).state).toBe('complete')
})

test('a password alone opens half a session; it cannot add another factor, and a code completes it', async () => {
  await member()
  const { secret } = await withTotp(await enter())
  const half = await enter()

  expect((await sessionOf(half)).state).toBe('needs_second_factor')
  expect(await findMember(half, now)).toBeUndefined()
  expect(await refusalOf(setUpSessionOfRequest(asked(half)))).toBe('not_signed_in')
  expect(await refusalOf(offerPasskey('add', accountRequest({ cookies: half, now })))).toBe('not_signed_in')

  const later = now + 60 * second
  const { cookies } = await giveSecondFactor(
    { code: codeOf(secret, later) },
    accountRequest({ cookies: half, now: later }),
  )
  expect((await findMember(cookieLine(cookies), later))?.email).toBe(email)
  expect(await findMember(half, later)).toBeUndefined()
})

test('a code of the app works once, and the code that confirmed the app no more', async () => {
  await member()
  const { secret } = await withTotp(await enter())
  const half = await enter()
  expect(await refusalOf(giveSecondFactor({ code: codeOf(secret, now) }, accountRequest({ cookies: half, now })))).toBe(
    refused,
  )

  const later = now + 60 * second
  const code = codeOf(secret, later)
  const halves = [await enter(later), await enter(later), await enter(later)]
  const given = await Promise.allSettled(
    halves.map((cookies) => giveSecondFactor({ code }, accountRequest({ cookies, now: later }))),
  )
  expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('six wrong codes close the door for a while, even to the right one', async () => {
  await member()
  const { secret } = await withTotp(await enter())
  const half = await enter()
  for (let at = 0; at < 6; at += 1)
    await giveSecondFactor({ code: '000000' }, accountRequest({ cookies: half, now })).catch(() => undefined)

  const later = now + 60 * second
  expect(
    await refusalOf(giveSecondFactor({ code: codeOf(secret, later) }, accountRequest({ cookies: half, now: later }))),
  ).toBe('rate_limited')
})

test('ten backup codes are made, and each works once', async () => {
  await member()
  const { codes } = await withTotp(await enter())
  expect(new Set(codes).size).toBe(10)
  const [first = ''] = codes

  const typed = first.toLowerCase().replaceAll('-', ' ')
  await giveSecondFactor({ code: typed }, accountRequest({ cookies: await enter(), now }))

  expect(await refusalOf(giveSecondFactor({ code: first }, accountRequest({ cookies: await enter(), now })))).toBe(
    refused,
  )
})

test('a passkey that asked for its user signs in alone, to the right site and once', async () => {
  await member()
  const start = await sessionOf(await enter())
  const key = softwarePasskey({ origin })
  const options = await offerPasskey('add', accountRequest({ cookies: await enter(), now }))
  const added = await addPasskey(start, { passkey: key.register(options), label: 'Clé', now })
  expect(added.codes).toHaveLength(10)

  const challenge = () => offerPasskey('sign_in', accountRequest({ now }))
  const answer = key.answer(await challenge())
  const { cookies, state } = await signInWithPasskey({ passkey: answer }, accountRequest({ now }))
  expect([state, (await findMember(cookieLine(cookies), now))?.email]).toEqual(['complete', email])

  const refusals = [
    answer,
    key.answer(await challenge(), { origin: 'https://elsewhere.example' }),
    key.answer(await challenge(), { isUserVerified: false }),
    key.answer({ challenge: Buffer.from('made up').toString('base64url') }),
    { ...key.answer(await challenge()), id: 'another' },
    softwarePasskey({ origin }).answer(await challenge()),
  ]
  for (const passkey of refusals)
    expect(await refusalOf(signInWithPasskey({ passkey }, accountRequest({ now })))).toBe('passkey_refused')
})

test('a challenge for one purpose is no answer to another', async () => {
  await member()
  const key = softwarePasskey({ origin })
  const cookies = await enter()
  const options = await offerPasskey('add', accountRequest({ cookies, now }))
  const added = await addPasskey(await sessionOf(cookies), { passkey: key.register(options), label: '', now })
  const complete = cookieLine(added.cookies)

  const forConfirm = await offerPasskey('confirm', accountRequest({ cookies: complete, now }))
  expect(await refusalOf(signInWithPasskey({ passkey: key.answer(forConfirm) }, accountRequest({ now })))).toBe(
    'passkey_refused',
  )
  const proof = await confirmIdentity({ passkey: key.answer(forConfirm) }, accountRequest({ cookies: complete, now }))
  expect(await findMember(cookieLine(proof.cookies), now)).toBeDefined()
})

test('a copied passkey is found out by its counter', async () => {
  await member(null)
  const key = softwarePasskey({ origin })
  const cookies = await enter()
  const options = await offerPasskey('add', accountRequest({ cookies, now }))
  await addPasskey(await sessionOf(cookies), { passkey: key.register(options, { counter: 5 }), label: '', now })

  const behind = key.answer(await offerPasskey('sign_in', accountRequest({ now })), { counter: 5 })
  expect(await refusalOf(signInWithPasskey({ passkey: behind }, accountRequest({ now })))).toBe('passkey_refused')
})

test('staff keep one second factor', async () => {
  const ada = await member()
  const cookies = await enter()
  const key = softwarePasskey({ origin })
  const options = await offerPasskey('add', accountRequest({ cookies, now }))
  const added = await addPasskey(await sessionOf(cookies), { passkey: key.register(options), label: '', now })
  expect(await refusalOf(removePasskey(ada, { passkey: key.id, now }))).toBe('last_factor')

  await withTotp(cookieLine(added.cookies))
  await removePasskey(ada, { passkey: key.id, now })
  expect(await refusalOf(removeTotp(ada, now).then(() => undefined))).toBe('last_factor')
})

test('money asks for a fresh proof, which gives the session a new secret', async () => {
  await member()
  const { cookies } = await withTotp(await enter())
  const old = now + 11 * minute
  const need = { now: old, ability: 'move_money', recent: true } as const

  expect((await requireStaffMember(cookies, { ...need, recent: false })).email).toBe(email)
  expect(await refusalOf(requireStaffMember(cookies, need))).toBe('reauthenticate')
  expect(await refusalOf(confirmIdentity({ password: 'pas le bon' }, accountRequest({ cookies, now: old })))).toBe(
    'invalid_input password:wrong',
  )
  const { cookies: proved } = await confirmIdentity({ password }, accountRequest({ cookies, now: old }))

  expect((await requireStaffMember(cookieLine(proved), need)).email).toBe(email)
  expect(await refusalOf(requireRecentAuth(cookies, old))).toBe('not_signed_in')
})

test('other members choose: without an app a password is enough, with one it is not', async () => {
  await member(null)
  const cookies = await enter()
  expect((await sessionOf(cookies)).state).toBe('complete')

  await withTotp(cookies)
  expect((await sessionOf(await enter())).state).toBe('needs_second_factor')
})

test('a page of one’s own leads a stranger to sign in, and whoever gave her password to the second factor', async () => {
  await member(null)
  await withTotp(await enter())
  const look = (cookies: string) => {
    browser.cookies = cookies
    const props = { params: Promise.resolve({ locale: 'en' }), searchParams: Promise.resolve({}) }
    return memberVisitor(props, () => '/en/dashboard/ads')
  }
  await expect(look('')).rejects.toThrow('led to /en/sign-in?next=%2Fen%2Fdashboard%2Fads')
  const half = await enter()
  await expect(look(half)).rejects.toThrow('led to /en/second-factor?next=%2Fen%2Fdashboard%2Fads')
})
