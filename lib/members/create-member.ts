import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { hashPassword, passwordProblem } from '../auth/password.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError, type FieldProblem } from '../errors/domain-error.ts'
import type { Locale } from '../i18n/locales.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { emailInput, type Member, type StaffRole } from './member.ts'
import { insertMember, newAccountRow } from './members-store.ts'

export type NewMember = Readonly<{
  email: string
  password: string
  displayName: string
  staffRole: StaffRole | null
  locale: Locale
  now: Millis
  /** Who creates the account, for the audit log. */
  actor?: string
}>

/**
 * Creates an account.
 *
 * @throws DomainError `invalid_input` naming the fields: no address, a name that is empty, a password that is too
 *   short, too long or too simple, an address that is taken.
 */
export async function createMember(input: NewMember): Promise<Member> {
  const { displayName, staffRole, locale, now, actor = 'system' } = input
  const problems = newMemberProblems(input)
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  const email = input.email.trim()
  const member: Member = { id: newId(), email, displayName: displayName.trim(), staffRole, locale, createdAt: now }
  const passwordHash = await hashPassword(input.password)
  try {
    await commit([
      insertMember({ ...newAccountRow, ...member, emailFolded: emailInput.parse(email), passwordHash }),
      recordAudit({ actor, action: 'member_created', subject: `member:${member.id}`, detail: { staffRole } }, now),
    ])
  } catch (error) {
    if (!isConflict(error, 'already_exists')) throw error
    throw new DomainError('invalid_input', { fields: [{ field: 'email', code: 'taken' }] })
  }
  return member
}

/** What is wrong with the fields of a new account, by field. */
export function newMemberProblems(
  typed: Readonly<{ email: string; displayName: string; password: string }>,
): readonly FieldProblem[] {
  const { email, displayName, password } = typed
  const problems: FieldProblem[] = []
  if (!emailInput.safeParse(email).success) problems.push({ field: 'email', code: 'invalid' })
  if (displayName.trim() === '') problems.push({ field: 'displayName', code: 'required' })
  const weak = passwordProblem(password, email)
  if (weak) problems.push({ field: 'password', code: weak })
  return problems
}
