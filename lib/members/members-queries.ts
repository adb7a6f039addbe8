import { eq, sql } from 'drizzle-orm'
import { members } from '../../db/schema/members.ts'
import { type Row, readSql, readStatement } from '../../db/statement.ts'
import { localeOr } from '../i18n/locales.ts'
import type { Millis } from '../time/time.ts'
import { foldEmail, type Member } from './member.ts'

const byId = readStatement((db) =>
  db
    .select()
    .from(members)
    .where(eq(members.id, sql.placeholder('id')))
    .prepare(),
)
const byEmail = readStatement((db) =>
  db
    .select()
    .from(members)
    .where(eq(members.emailFolded, sql.placeholder('emailFolded')))
    .prepare(),
)

/** A member who may sign in; a disabled account is found no more. */
export function findMemberById(id: string): Member | undefined {
  const row = byId().get({ id })
  return row && !row.isDisabled ? memberOf(row) : undefined
}

/** What signing in compares with. Leaves the module only to be compared. */
export function findCredentials(email: string): Readonly<{ member: Member; passwordHash: string }> | undefined {
  const row = byEmail().get({ emailFolded: foldEmail(email) })
  return row && !row.isDisabled ? { member: memberOf(row), passwordHash: row.passwordHash } : undefined
}

const totpOf = readSql<{ found: number }>(
  'select 1 as found from members where id = ? and totp_confirmed_at is not null',
)

/** True once an authenticator app was set up and confirmed by a code. */
export function hasTotp(memberId: string): boolean {
  return totpOf.get(memberId) !== undefined
}

export type TotpState = Readonly<{ sealed: Buffer | null; confirmedAt: Millis | null; lastStep: number | null }>

/** The secret of a member's authenticator app, sealed, and how far it came. */
export function findTotp(memberId: string): TotpState {
  const row = byId().get({ id: memberId })
  return {
    sealed: row?.totpSealed ?? null,
    confirmedAt: row?.totpConfirmedAt ?? null,
    lastStep: row?.totpLastStep ?? null,
  }
}

/** What only the member may know about the account: whether there is a password and a confirmed address. */
export function findAccountFacts(memberId: string): Readonly<{ hasPassword: boolean; emailVerifiedAt: Millis | null }> {
  const row = byId().get({ id: memberId })
  return { hasPassword: !!row && row.passwordHash !== '', emailVerifiedAt: row?.emailVerifiedAt ?? null }
}

/** The member with this address, unless the account is disabled. */
export function findActiveMember(email: string): Member | undefined {
  const row = byEmail().get({ emailFolded: foldEmail(email) })
  return row && !row.isDisabled ? memberOf(row) : undefined
}

/** The member with this address, disabled or not. */
export function findMemberByEmail(email: string): Member | undefined {
  const row = byEmail().get({ emailFolded: foldEmail(email) })
  return row ? memberOf(row) : undefined
}

function memberOf(row: Row<typeof members>): Member {
  const { id, email, displayName, staffRole, createdAt } = row
  return { id, email, displayName, staffRole, locale: localeOr(row.locale), createdAt }
}

const owner = readSql<{ found: number }>("select 1 as found from members where staff_role = 'owner' limit 1")

/** Whether somebody owns the site: until then it is being set up. */
export function hasOwner(): boolean {
  return owner.get() !== undefined
}
