import { one, type Step } from '../../db/commit.ts'
import { members } from '../../db/schema/members.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'

const insertRow = writeStatement<Row<typeof members>>((db) => db.insert(members).values(everyColumn(members)))
const passwordRow = writeSql('update members set password_hash = ? where id = ?')
const profileRow = writeSql('update members set display_name = ?, staff_role = ?, locale = ? where id = ?')
const localeRow = writeSql('update members set locale = ? where id = ?')

/** Otherwise `already_exists`: somebody has this address. */
export function insertMember(row: Row<typeof members>): Step {
  return one(insertRow(row), 'already_exists')
}

export function changePasswordHash(memberId: string, passwordHash: string): Step {
  return one(passwordRow(passwordHash, memberId), 'not_found')
}

export function changeProfile(
  memberId: string,
  profile: Readonly<{ displayName: string; staffRole: string | null; locale: string }>,
): Step {
  return one(profileRow(profile.displayName, profile.staffRole, profile.locale, memberId), 'not_found')
}

export function changeLocale(memberId: string, locale: string): Step {
  return one(localeRow(locale, memberId), 'not_found')
}
