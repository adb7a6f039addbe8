import { commit } from '../../db/commit.ts'
import { newBackupCodes } from '../auth/backup-codes.ts'
import { replaceBackupCodes } from '../auth/backup-codes-store.ts'
import { groupCode } from '../ids/crockford.ts'
import type { Member } from '../members/member.ts'
import type { Millis } from '../time/time.ts'
import { factorChanged } from './factor-changed.ts'

/** Makes ten new backup codes; the old ones are worth nothing. The caller has seen a recent proof. */
export async function renewBackupCodes(member: Member, now: Millis): Promise<readonly string[]> {
  const codes = newBackupCodes()
  await commit([
    ...replaceBackupCodes({ memberId: member.id, codes }, now),
    ...factorChanged(member, { change: 'backup_codes_renewed', now }),
  ])
  return codes.map(groupCode)
}
