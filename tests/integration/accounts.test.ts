import { afterEach, beforeEach, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { changePassword } from '../../lib/accounts/change-password.ts'
import { confirmEmailChange } from '../../lib/accounts/confirm-email-change.ts'
import { endSessions } from '../../lib/accounts/end-sessions.ts'
import { enterSignInCode } from '../../lib/accounts/enter-sign-in-code.ts'
import { requestCode } from '../../lib/accounts/request-code.ts'
import { requestEmailChange } from '../../lib/accounts/request-email-change.ts'
import { resetPassword } from '../../lib/accounts/reset-password.ts'
import { signIn } from '../../lib/accounts/sign-in.ts'
import { signUp } from '../../lib/accounts/sign-up.ts'
import { verifyEmail } from '../../lib/accounts/verify-email.ts'
import { findMember, findMemberSession, type MemberSession } from '../../lib/members/find-member.ts'
import { memberWithoutPassword } from '../../lib/members/member-without-password.ts'
import { findMemberByEmail } from '../../lib/members/members-queries.ts'
import { requireRecentAuth } from '../../lib/members/require-member.ts'
import { disableMember } from '../../lib/members/team-store.ts'
import { minute } from '../../lib/time/time.ts'
import { accountRequest, codeSentTo, cookieLine, mailsTo, accountNow as now, refusalOf } from '../support/accounts.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const email = 'lea@example.org'
const password = 'trois chats sur un mur'
const account = { email, displayName: 'Léa', password }
const requestSignInCode = asking('sign_in_code')
const requestPasswordReset = asking('reset_password')

function asking(purpose: Parameters<typeof requestCode>[0]['purpose']) {
  return (typed: Readonly<{ email: string }>, request: ReturnType<typeof accountRequest>) =>
    requestCode({ purpose, email: typed.email }, request)
}

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => database.close())

async function lea(): Promise<string> {
  const { flow } = await signUp(account, accountRequest())
  return cookieLine((await verifyEmail({ flow, code: codeSentTo(email) }, accountRequest())).cookies)
}

async function sessionOf(cookies: string): Promise<MemberSession> {
  const found = await findMemberSession(cookies, now)
  if (!found) throw new Error('nobody is signed in')
  return found
}

test('an account exists once its address is confirmed by the code, and is signed in by it', async () => {
  const { flow } = await signUp(account, accountRequest())
  expect(findMemberByEmail(email)).toBeUndefined()

  const { cookies, state } = await verifyEmail({ flow, code: codeSentTo(email) }, accountRequest())

  expect(state).toBe('complete')
  expect(await findMember(cookieLine(cookies), now)).toMatchObject({ email, displayName: 'Léa', staffRole: null })
})

// Whoever signs up with somebody else's address must not find her own password on it after the other's click.
test('the link of the mail confirms only together with the password that was chosen', async () => {
  await signUp(account, accountRequest())
  const token = /token=([\w-]+)/.exec(mailsTo(email)[0]?.text ?? '')?.[1] ?? ''

  expect(await refusalOf(verifyEmail({ token, password: 'un tout autre mot' }, accountRequest()))).toBe(
    'invalid_input password:wrong',
  )
  expect(findMemberByEmail(email)).toBeUndefined()
  expect((await verifyEmail({ token, password }, accountRequest())).member.email).toBe(email)
  expect(await refusalOf(verifyEmail({ token, password }, accountRequest()))).toBe('code_refused code:refused')
})

test('a code works once, for twenty minutes, in the browser that asked and for five tries', async () => {
  const { flow } = await signUp(account, accountRequest())
  const code = codeSentTo(email)
  const wrong = code === '00000000' ? '11111111' : '00000000'
  const refused = 'code_refused code:refused'

  expect(await refusalOf(verifyEmail({ flow: 'another-browser-entirely', code }, accountRequest()))).toBe(refused)
  expect(await refusalOf(verifyEmail({ flow, code }, accountRequest({ now: now + 20 * minute })))).toBe(refused)
  for (let at = 0; at < 5; at += 1)
    expect(await refusalOf(verifyEmail({ flow, code: wrong }, accountRequest()))).toBe(refused)
  expect(await refusalOf(verifyEmail({ flow, code }, accountRequest()))).toBe(refused)
})

test('five wrong tries at the same moment leave no sixth', async () => {
  const { flow } = await signUp(account, accountRequest())
  const code = codeSentTo(email)
  const tries = Array.from({ length: 20 }, (_, at) =>
    verifyEmail({ flow, code: at === 19 ? code : String(10_000_000 + at) }, accountRequest()).catch(() => undefined),
  )

  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(0)
})

test('the right code given twice at once makes one account', async () => {
  const { flow } = await signUp(account, accountRequest())
  const code = codeSentTo(email)
  const twice = await Promise.allSettled([
    verifyEmail({ flow, code }, accountRequest()),
    verifyEmail({ flow, code }, accountRequest()),
  ])

  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test.each([
  ['court', 'too_short'],
  ['motdepasse2026!', 'too_simple'],
  ['P@ssw0rdP@ssw0rd', 'too_simple'],
  ['123456789012', 'too_simple'],
  ['aaaaaaaaaaaaaaaa', 'too_simple'],
])('the password %s is refused', async (weak, why) => {
  expect(await refusalOf(signUp({ ...account, password: weak }, accountRequest()))).toBe(
    `invalid_input password:${why}`,
  )
})

test('signing up, asking for a code and forgetting a password answer alike for a known address and a stranger', async () => {
  await lea()
  const stranger = 'inconnu@example.org'
  const shapeOf = (answer: Readonly<{ flow: string }>) => [Object.keys(answer), answer.flow.length]

  for (const ask of [signUp, requestSignInCode, requestPasswordReset]) {
    const known = await ask({ ...account, email }, accountRequest())
    const unknown = await ask({ ...account, email: stranger }, accountRequest())
    expect(shapeOf(known)).toEqual(shapeOf(unknown))
    expect(await refusalOf(enterSignInCode({ flow: known.flow, code: '00000000' }, accountRequest()))).toBe(
      await refusalOf(enterSignInCode({ flow: unknown.flow, code: '00000000' }, accountRequest())),
    )
  }

  expect(mailsTo(email).at(1)?.subject).toContain('déjà un compte')
  expect(mailsTo(stranger).map(({ subject }) => subject.slice(0, 10))).toEqual(['Votre code'])
})

test('an account that exists stays as it is when somebody signs up with its address', async () => {
  await lea()
  const { flow } = await signUp({ ...account, password: 'le mot de passe du voleur' }, accountRequest())

  expect(await refusalOf(verifyEmail({ flow, code: '12345678' }, accountRequest()))).toBe('code_refused code:refused')
  expect((await signIn({ email, password }, accountRequest())).state).toBe('complete')
})

test('mails to one address are counted, whoever asks', async () => {
  for (let at = 0; at < 4; at += 1) await requestSignInCode({ email }, accountRequest())

  expect(await refusalOf(requestSignInCode({ email: ' LEA@example.org' }, accountRequest()))).toBe('rate_limited')
})

test('somebody without a password signs in by a mailed code, once', async () => {
  const made = memberWithoutPassword({ email, displayName: 'Léa', locale: 'en', emailVerifiedAt: now, now })
  await commit(made.steps)
  const { flow } = await requestSignInCode({ email }, accountRequest())
  const code = codeSentTo(email)
  expect(mailsTo(email)[0]?.subject).toBe(`Your sign-in code: ${code}`)

  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`
  const { cookies } = await enterSignInCode({ flow, code: spaced }, accountRequest())

  expect((await findMember(cookieLine(cookies), now))?.id).toBe(made.member.id)
  expect(await refusalOf(enterSignInCode({ flow, code }, accountRequest()))).toBe('code_refused code:refused')
  expect(await refusalOf(signIn({ email, password: '' }, accountRequest()))).toBe('invalid_input password:wrong')
})

test('a forgotten password is changed by a code, and ends every session', async () => {
  const cookies = await lea()
  const { flow } = await requestPasswordReset({ email }, accountRequest())
  const fresh = 'une phrase toute neuve'

  const { cookies: after } = await resetPassword({ flow, code: codeSentTo(email), password: fresh }, accountRequest())

  expect(await findMember(cookies, now)).toBeUndefined()
  expect(await findMember(cookieLine(after), now)).toBeDefined()
  expect(await refusalOf(signIn({ email, password }, accountRequest()))).toBe('invalid_input password:wrong')
  expect(mailsTo(email).at(-1)?.subject).toBe('Votre mot de passe a changé')
})

test('a disabled account gets in by nothing, and its sessions end', async () => {
  const cookies = await lea()
  const { flow } = await requestSignInCode({ email }, accountRequest())
  const code = codeSentTo(email)
  await commit([disableMember((await sessionOf(cookies)).member.id)])

  expect(await findMember(cookies, now)).toBeUndefined()
  expect(await refusalOf(enterSignInCode({ flow, code }, accountRequest()))).toBe('code_refused code:refused')
  expect(await refusalOf(signIn({ email, password }, accountRequest()))).toBe('invalid_input password:wrong')
  const before = mailsTo(email).length
  await requestPasswordReset({ email }, accountRequest())
  expect(mailsTo(email)).toHaveLength(before)
})

test('changing the password keeps this session under a new secret and ends the others', async () => {
  const first = await lea()
  const other = cookieLine((await signIn({ email, password }, accountRequest())).cookies)

  const renewed = cookieLine(await changePassword(await sessionOf(first), { password: 'encore une autre', now }))

  expect(await findMember(first, now)).toBeUndefined()
  expect(await findMember(other, now)).toBeUndefined()
  expect(await findMember(renewed, now)).toBeDefined()
})

test('a new address is confirmed at itself, and the old one is told', async () => {
  const { member } = await sessionOf(await lea())
  await requestEmailChange({ member, email: 'lea.b@example.org' }, accountRequest())
  expect(findMemberByEmail(email)).toBeDefined()

  await confirmEmailChange({ member, code: codeSentTo('lea.b@example.org') }, accountRequest())

  expect(findMemberByEmail(email)).toBeUndefined()
  expect((await signIn({ email: 'lea.b@example.org', password }, accountRequest())).state).toBe('complete')
  expect(mailsTo(email).at(-1)?.text).toContain('l…@example.org')
})

test('codes that lie in the old mailbox open nothing once the address has changed', async () => {
  const { member } = await sessionOf(await lea())
  const reset = await requestPasswordReset({ email }, accountRequest())
  const resetCode = codeSentTo(email)
  const entry = await requestSignInCode({ email }, accountRequest())
  const entryCode = codeSentTo(email)
  await requestEmailChange({ member, email: 'lea.b@example.org' }, accountRequest())
  await confirmEmailChange({ member, code: codeSentTo('lea.b@example.org') }, accountRequest())

  const fresh = { flow: reset.flow, code: resetCode, password: 'une autre phrase assez longue' }
  expect(await refusalOf(resetPassword(fresh, accountRequest()))).toContain('code_refused')
  expect(await refusalOf(enterSignInCode({ flow: entry.flow, code: entryCode }, accountRequest()))).toContain(
    'code_refused',
  )
})

test('an address that has an account cannot be taken, and the answer does not say so', async () => {
  const { member } = await sessionOf(await lea())
  const other = memberWithoutPassword({
    email: 'max@example.org',
    displayName: 'Max',
    locale: 'fr',
    emailVerifiedAt: now,
    now,
  })
  await commit(other.steps)

  await requestEmailChange({ member, email: 'max@example.org' }, accountRequest())

  expect(mailsTo('max@example.org')[0]?.subject).toContain('déjà un compte')
  expect(await refusalOf(confirmEmailChange({ member, code: '12345678' }, accountRequest()))).toContain('code_refused')
})

test('a session is ended by its owner and by nobody else', async () => {
  const first = await lea()
  const second = cookieLine((await signIn({ email, password }, accountRequest())).cookies)
  const stranger = memberWithoutPassword({
    email: 'max@example.org',
    displayName: 'Max',
    locale: 'fr',
    emailVerifiedAt: now,
    now,
  })
  await commit(stranger.steps)
  const target = (await sessionOf(second)).session.idHash

  await endSessions({ ...(await sessionOf(first)), member: stranger.member }, { session: target, now })
  expect(await findMember(second, now)).toBeDefined()
  await endSessions(await sessionOf(first), { session: target, now })
  expect(await findMember(second, now)).toBeUndefined()

  const third = cookieLine((await signIn({ email, password }, accountRequest())).cookies)
  await endSessions(await sessionOf(first), { session: 'all', now })
  expect(await findMember(third, now)).toBeUndefined()
  expect(await findMember(first, now)).toBeDefined()
})

test('a proof is fresh for ten minutes', async () => {
  const cookies = await lea()

  expect((await requireRecentAuth(cookies, now + 10 * minute - 1)).email).toBe(email)
  expect(await refusalOf(requireRecentAuth(cookies, now + 10 * minute))).toBe('reauthenticate')
})
