import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { pathTo } from '../i18n/paths.ts'
import { findMemberSession } from '../members/find-member.ts'
import { abilitiesOf, canStaff, isStaff, type StaffAbility, type StaffMember } from '../members/member.ts'
import { requireStaffMember } from '../members/require-member.ts'
import { countDue, type DueCounts } from '../reports/due-queries.ts'
import { currentTime } from '../time/time.ts'

/** A member of staff who looks at a page: with what her role opens, and how much waits there. */
export type StaffViewer = StaffMember & Readonly<{ abilities: readonly StaffAbility[]; due: DueCounts }>

/**
 * Guards a page of the panel; every page calls it itself, before it reads anything.
 *
 * A stranger is sent to sign in and comes back to `path`, somebody whose session lacks a second factor to give or set
 * one up; a member whose role does not include the ability sees a page
 * that does not exist.
 */
export async function requireStaff(need: Readonly<{ ability: StaffAbility; path: string }>): Promise<StaffViewer> {
  const found = await findMemberSession((await headers()).get('cookie'), currentTime())
  const next = `?next=${encodeURIComponent(need.path)}`
  if (!found) redirect(pathTo('fr', 'sign-in') + next)
  const { member, state } = found
  if (state !== 'complete') redirect(pathTo(member.locale, 'second-factor') + next)
  if (!isStaff(member) || !canStaff(member.staffRole, need.ability)) notFound()
  return { ...member, abilities: abilitiesOf(member.staffRole), due: countDue() }
}

/**
 * The same as the actor of a command: refuses with 401 or 403.
 *
 * Commands that move money take `staffWith('move_money', { recent: true })`: who has not given a password, a passkey or
 * a code within ten minutes is refused with `reauthenticate`. A form is then led to the page that asks for one and back
 * to its own page (`from`) with what was typed; JSON callers get 403.
 */
export function staffWith(
  ability: StaffAbility,
  { recent = false }: Readonly<{ recent?: boolean }> = {},
): (request: Request) => Promise<StaffMember> {
  return (request) => requireStaffMember(request.headers.get('cookie'), { now: currentTime(), ability, recent })
}
