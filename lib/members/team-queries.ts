import { readSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import type { StaffRole } from './member.ts'

export type TeamMember = Readonly<{
  id: string
  displayName: string
  email: string
  staffRole: StaffRole | null
  isDisabled: number
  hasSecondFactor: number
  openSessions: number
  seenAt: Millis | null
}>
export type Invitation = Readonly<{ email: string; role: StaffRole; createdAt: Millis; expiresAt: Millis }>

const columns = `m.id, m.display_name as displayName, m.email, m.staff_role as staffRole, m.is_disabled as isDisabled,
  (m.totp_confirmed_at is not null or exists (select 1 from passkeys k where k.member_id = m.id)) as hasSecondFactor,
  (select count(*) from sessions s where s.member_id = m.id and s.revoked_at is null and s.expires_at > ?) as openSessions,
  (select max(s.seen_at) from sessions s where s.member_id = m.id) as seenAt from members m`
const team = readSql<TeamMember>(
  `select ${columns} where m.staff_role is not null and m.erased_at is null order by m.staff_role <> 'owner', lower(m.display_name)`,
)
const byId = readSql<TeamMember>(`select ${columns} where m.id = ? and m.erased_at is null`)
const invitations = readSql<Invitation>(`
  select subject as email, data ->> 'role' as role, created_at as createdAt, expires_at as expiresAt from one_time_tokens
  where purpose = 'invite_staff' and used_at is null and expires_at > ? order by created_at desc limit 50`)

/** Everybody who works for the operator, owners first. */
export function listTeam(now: Millis): readonly TeamMember[] {
  return team.all(now)
}

/** Anybody with an account, in the team or not. */
export function findTeamMember(id: string, now: Millis): TeamMember | undefined {
  return byId.get(now, id)
}

/** Invitations nobody has taken up yet. */
export function listInvitations(now: Millis): readonly Invitation[] {
  return invitations.all(now)
}
