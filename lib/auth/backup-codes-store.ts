import { anyRows, one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import { backupCodeHash } from './backup-codes.ts'

const deleteRows = writeSql('delete from backup_codes where member_id = ?')
const insertRow = writeSql(
  'insert into backup_codes (code_hash, member_id, created_at, used_at) values (?, ?, ?, null)',
)
const useRow = writeSql('update backup_codes set used_at = ? where code_hash = ? and member_id = ? and used_at is null')

/** Puts new codes in the place of all older ones; without any, takes them away. */
export function replaceBackupCodes(
  { memberId, codes }: Readonly<{ memberId: string; codes: readonly string[] }>,
  now: Millis,
): readonly Step[] {
  const inserts = codes.map((code) => one(insertRow(backupCodeHash(memberId, code), memberId, now), 'already_exists'))
  return [anyRows(deleteRows(memberId)), ...inserts]
}

/** Uses a code up; a wrong one, or one used before, conflicts with `already_claimed`. */
export function useBackupCode({ memberId, code }: Readonly<{ memberId: string; code: string }>, now: Millis): Step {
  return one(useRow(now, backupCodeHash(memberId, code), memberId), 'already_claimed')
}
