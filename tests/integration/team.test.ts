import { afterEach, beforeEach, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { listAuditOf } from '../../lib/audit/audit-queries.ts'
import { acceptInvitation } from '../../lib/members/accept-invitation.ts'
import { changeStaff, type StaffChange } from '../../lib/members/change-staff.ts'
import { createMember } from '../../lib/members/create-member.ts'
import { inviteStaff } from '../../lib/members/invite-staff.ts'
import { abilitiesOf, canStaff, type StaffRole, staffAbilities, staffRoles } from '../../lib/members/member.ts'
import { findTeamMember, listInvitations, listTeam } from '../../lib/members/team-queries.ts'
import { day } from '../../lib/time/time.ts'
import { signedIn, testPassword } from '../support/staff.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

async function person(staffRole: StaffRole | null, email: string) {
  const common = { password: testPassword, displayName: email, locale: 'fr' as const, now: testNow }
  return createMember({ ...common, email, staffRole })
}
const change = (id: string, what: StaffChange) => changeStaff(id, { change: what, actorId: 'ana', now: testNow + 1000 })

async function invited(email: string, role: StaffRole = 'moderator') {
  const actor = await person('owner', `inviting-${email}`)
  await inviteStaff({ email, role, locale: 'en' }, { actor, now: testNow })
  const text = String(
    reader()
      .$client.prepare('select text from outbox_mails where recipient = ? order by rowid desc')
      .pluck()
      .get(email),
  )
  return /\/en\/invitation\/([\w-]+)/.exec(text)?.[1] ?? ''
}
const accept = (token: string, now = testNow + 1000, changes: object = {}) =>
  acceptInvitation({ token, locale: 'en', displayName: 'Bob', password: testPassword, ...changes }, now)

test('an invitation by mail makes a member of the team, once', async () => {
  const token = await invited('bob@example.org')
  expect(listInvitations(testNow)).toMatchObject([{ email: 'bob@example.org', role: 'moderator' }])
  expect(listAuditOf('team')[0]?.detail).toBe('{"email":"b…@example.org","role":"moderator"}')
  const answers = await Promise.allSettled([accept(token), accept(token), accept(token)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(listTeam(testNow).map(({ email, staffRole }) => [email, staffRole])).toContainEqual([
    'bob@example.org',
    'moderator',
  ])
  await expect(accept(token)).rejects.toMatchObject({ code: 'code_refused' })
  expect(listInvitations(testNow + 1000)).toEqual([])
})

test('an invitation is refused late, forged, or with a weak password; a known address keeps its account', async () => {
  const token = await invited('bob@example.org')
  await expect(accept(token, testNow + 8 * day)).rejects.toMatchObject({ code: 'code_refused' })
  await expect(accept('A'.repeat(43))).rejects.toMatchObject({ code: 'code_refused' })
  await expect(accept(token, testNow + 1, { password: 'short' })).rejects.toMatchObject({ code: 'invalid_input' })
  const eve = await person(null, 'eve@example.org')
  await accept(await invited('eve@example.org', 'support'), testNow + 1, { password: '', displayName: '' })
  expect(findTeamMember(eve.id, testNow)).toMatchObject({ staffRole: 'support', displayName: 'eve@example.org' })
})

test('an invitation counts no more once whoever gave it is no owner', async () => {
  await person('owner', 'ana@example.org')
  const [first, second] = [await invited('bob@example.org', 'owner'), await invited('eve@example.org', 'owner')]
  const inviters = listTeam(testNow).filter(({ email }) => email.startsWith('inviting-'))
  await change(inviters[0]?.id ?? '', { what: 'disable' })
  await change(inviters[1]?.id ?? '', { what: 'role', role: 'support' })
  await expect(accept(first)).rejects.toMatchObject({ code: 'code_refused' })
  await expect(accept(second)).rejects.toMatchObject({ code: 'code_refused' })
})

test('nobody is invited who is in the team', async () => {
  const bob = await person('support', 'bob@example.org')
  await expect(
    inviteStaff({ email: bob.email, role: 'finance', locale: 'fr' }, { actor: bob, now: testNow }),
  ).rejects.toMatchObject({ code: 'conflict' })
})

test('the last owner cannot be taken away, not even by two at once', async () => {
  const [ana, bob] = [await person('owner', 'ana@example.org'), await person('owner', 'bob@example.org')]
  const tries = await Promise.allSettled([
    change(ana.id, { what: 'role', role: 'support' }),
    change(bob.id, { what: 'disable' }),
    change(ana.id, { what: 'disable' }),
    change(bob.id, { what: 'role', role: null }),
  ])
  expect(tries.some(({ status }) => status === 'fulfilled')).toBe(true)
  const owners = listTeam(testNow).filter(({ staffRole, isDisabled }) => staffRole === 'owner' && isDisabled === 0)
  expect(owners).toHaveLength(1)
  const last = owners[0]?.id ?? ''
  await expect(change(last, { what: 'disable' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(change(last, { what: 'role', role: 'finance' })).rejects.toMatchObject({ code: 'conflict' })
})

test('a changed role ends the sessions and is on the record with before and after', async () => {
  await person('owner', 'ana@example.org')
  await signedIn('finance')
  const bob = listTeam(testNow).find(({ staffRole }) => staffRole === 'finance')
  if (!bob) throw new Error('nobody does the finances')
  await change(bob.id, { what: 'role', role: 'read_only' })
  expect(site.count('sessions', `member_id = '${bob.id}' and revoked_at is null`)).toBe(0)
  const roleChange = listAuditOf(`member:${bob.id}`).find(({ action }) => action === 'staff_role_changed')
  expect(JSON.parse(roleChange?.detail ?? '{}')).toEqual({
    before: { role: 'finance' },
    after: { role: 'read_only' },
  })
})

test('only the owner may do everything, and no role may do what is not its own', () => {
  expect(abilitiesOf('owner')).toEqual(staffAbilities)
  const mayMoveMoney = staffRoles.filter((role) => canStaff(role, 'move_money'))
  expect(mayMoveMoney).toEqual(['owner', 'finance'])
  expect(staffRoles.filter((role) => canStaff(role, 'manage_team'))).toEqual(['owner'])
  expect(staffRoles.filter((role) => canStaff(role, 'moderate'))).toEqual(['owner', 'moderator'])
  expect(canStaff(null, 'see_panel')).toBe(false)
})
