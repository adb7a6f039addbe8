import { commit } from '../../db/commit.ts'
import { replaceBackupCodes } from '../auth/backup-codes-store.ts'
import { hasPasskey } from '../auth/passkeys-queries.ts'
import { DomainError } from '../errors/domain-error.ts'
import { isStaff, type Member } from '../members/member.ts'
import { clearTotp } from '../members/members-store.ts'
import type { Millis } from '../time/time.ts'
import { factorChanged } from './factor-changed.ts'

/**
 * Takes the authenticator app away, and the backup codes with it. The caller has seen a recent proof.
 *
 * @throws DomainError `last_factor` for staff without a passkey: they must keep one second factor.
 */
export async function removeTotp(member: Member, now: Millis): Promise<void> {
  if (isStaff(member) && !hasPasskey(member.id)) throw new DomainError('last_factor')
  await commit([
    clearTotp(member.id),
    ...replaceBackupCodes({ memberId: member.id, codes: [] }, now),
    ...factorChanged(member, { change: 'totp_removed', now }),
  ])
}
