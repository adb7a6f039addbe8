import { readSql } from '../../db/statement.ts'
import type { StaffRole } from '../members/member.ts'
import type { Millis } from '../time/time.ts'
import type { TableSource } from './table-query.ts'

export type MemberRow = Readonly<{
  id: string
  displayName: string
  email: string
  staffRole: StaffRole | null
  isDisabled: number
  erasedAt: Millis | null
  emailVerifiedAt: Millis | null
  locale: string
  ads: number
  seenAt: Millis | null
  createdAt: Millis
}>

/** Everybody with an account. Text is looked for in the name, the address and the id. */
export const membersTable: TableSource = {
  name: 'users',
  path: '/admin/users',
  columns: `m.id, m.display_name as displayName, m.email, m.staff_role as staffRole, m.is_disabled as isDisabled,
    m.erased_at as erasedAt, m.email_verified_at as emailVerifiedAt, m.locale, m.created_at as createdAt,
    (select count(*) from advertisers v join ads a on a.advertiser_id = v.id where v.member_id = m.id) as ads,
    (select max(s.seen_at) from sessions s where s.member_id = m.id) as seenAt`,
  from: 'from members m',
  key: 'm.id',
  filters: {
    q: {
      kind: 'text',
      where: 'instr(lower(m.display_name), @q) or instr(m.email_folded, @q) or instr(lower(m.id), @q)',
    },
    role: {
      kind: 'choice',
      where: "case @role when 'none' then m.staff_role is null when 'staff' then m.staff_role is not null end",
      options: ['staff', 'none'],
    },
    state: {
      kind: 'choice',
      where: `case @state when 'erased' then m.erased_at is not null when 'disabled' then m.is_disabled
        else not m.is_disabled and m.erased_at is null end`,
      options: ['active', 'disabled', 'erased'],
    },
    from: { kind: 'from', where: 'm.created_at >= @from' },
    to: { kind: 'to', where: 'm.created_at < @to' },
  },
  sorts: { when: 'm.created_at', name: 'lower(m.display_name)' },
  sort: '-when',
}

const one = readSql<MemberRow>(`select ${membersTable.columns} from members m where m.id = ?`)
const sessions = readSql<{ createdAt: Millis; seenAt: Millis; device: string | null; isOpen: number }>(`
  select created_at as createdAt, seen_at as seenAt, device, revoked_at is null and expires_at > ? as isOpen
  from sessions where member_id = ? order by seen_at desc limit 20`)
const stopped = readSql<{ id: string; ref: string; kind: string; at: Millis }>(`
  select d.id, a.ref, d.kind, d.at from decisions d join ads a on a.id = d.ad_id
  join advertisers v on v.id = a.advertiser_id where v.member_id = ? order by d.at desc limit 20`)

/** One member with the sessions and the decisions about their ads. */
export function findMemberRow(id: string): MemberRow | undefined {
  return one.get(id)
}

export function listMemberSessions(id: string, now: Millis) {
  return sessions.all(now, id)
}

export function listMemberDecisions(id: string) {
  return stopped.all(id)
}
