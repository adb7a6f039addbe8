import { readSql } from '../../db/statement.ts'

const left = readSql<{ count: number }>(
  'select count(*) as count from backup_codes where member_id = ? and used_at is null',
)

/** How many backup codes a member still has. */
export function countBackupCodes(memberId: string): number {
  return left.get(memberId)?.count ?? 0
}
