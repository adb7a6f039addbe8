import { z } from 'zod'
import { commit, type Step } from '../../db/commit.ts'
import { auditChange } from '../audit/audit-store.ts'
import { revokeSessionsOf } from '../auth/session-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { type StaffRole, staffRoles } from './member.ts'
import { findTeamMember, type TeamMember } from './team-queries.ts'
import { changeStaffRole, disableMember, enableMember } from './team-store.ts'

export const changeStaffInput = z.object({
  id: z.string().max(60),
  what: z.enum(['role', 'disable', 'enable', 'end_sessions']),
  role: z.enum([...staffRoles, 'none']).optional(),
  from: z.string().max(500).optional(),
})

export type StaffChange = Readonly<
  { what: 'disable' | 'enable' | 'end_sessions' } | { what: 'role'; role: StaffRole | null }
>

/**
 * Changes what somebody may do: their role (none takes them out of the team), or whether their account works. Their
 * sessions end with it, so that nothing goes on under the old right.
 *
 * @throws DomainError `not_found`; `conflict` when nobody else would be owner, or it was changed meanwhile.
 */
export async function changeStaff(
  id: string,
  { change, actorId, now }: Readonly<{ change: StaffChange; actorId: string; now: Millis }>,
): Promise<void> {
  const member = findTeamMember(id, now)
  if (!member) throw new DomainError('not_found')
  const { steps, action, before, after } = plan(member, change)
  try {
    await commit([
      ...steps,
      ...(change.what === 'enable' ? [] : [revokeSessionsOf(id, now)]),
      auditChange({ actor: `member:${actorId}`, action, subject: `member:${id}`, before, after }, now),
    ])
  } catch (error) {
    throw isConflict(error) ? new DomainError('conflict') : error
  }
}

type Plan = Readonly<{
  steps: readonly Step[]
  action: string
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}>

function plan(member: TeamMember, change: StaffChange): Plan {
  const { id, staffRole: role, openSessions } = member
  switch (change.what) {
    case 'role':
      return {
        steps: [changeStaffRole(id, { before: role, after: change.role })],
        action: 'staff_role_changed',
        before: { role },
        after: { role: change.role },
      }
    case 'disable':
      return { steps: [disableMember(id)], action: 'member_disabled', before: { disabled: 0 }, after: { disabled: 1 } }
    case 'enable':
      return { steps: [enableMember(id)], action: 'member_enabled', before: { disabled: 1 }, after: { disabled: 0 } }
    case 'end_sessions':
      return { steps: [], action: 'sessions_ended', before: { sessions: openSessions }, after: { sessions: 0 } }
  }
}
