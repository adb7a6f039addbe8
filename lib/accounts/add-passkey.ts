import { commit } from '../../db/commit.ts'
import { newBackupCodes } from '../auth/backup-codes.ts'
import { countBackupCodes } from '../auth/backup-codes-queries.ts'
import { replaceBackupCodes } from '../auth/backup-codes-store.ts'
import { readNewPasskey } from '../auth/passkey-ceremony.ts'
import { insertPasskey } from '../auth/passkeys-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { groupCode } from '../ids/crockford.ts'
import type { MemberSession } from '../members/find-member.ts'
import { isStaff } from '../members/member.ts'
import { renewSession } from '../members/open-session.ts'
import { sessionCookies } from '../members/session-cookies.ts'
import type { Millis } from '../time/time.ts'
import type { FactorAdded } from './confirm-totp.ts'
import { factorChanged } from './factor-changed.ts'

/**
 * Adds a passkey that the browser has just made. A session that still had to set up a second factor is complete by it,
 * and staff who had no backup codes get ten.
 *
 * @throws DomainError `passkey_refused`.
 */
export async function addPasskey(
  found: MemberSession,
  typed: Readonly<{ passkey: unknown; label: string; now: Millis }>,
): Promise<FactorAdded> {
  const { member } = found
  const { now } = typed
  const made = await readNewPasskey({ response: typed.passkey, memberId: member.id, now })
  if (!made) throw new DomainError('passkey_refused')
  const { id, publicKey, counter, transports } = made
  const row = { id, memberId: member.id, publicKey, counter, transports, createdAt: now, usedAt: null }
  const codes = isStaff(member) && countBackupCodes(member.id) === 0 ? newBackupCodes() : []
  const { sid, steps } = renewSession(found, { now, isSecondFactor: true })
  try {
    await commit([
      ...made.steps,
      insertPasskey({ ...row, label: typed.label.trim() || 'Passkey' }),
      ...(codes.length > 0 ? replaceBackupCodes({ memberId: member.id, codes }, now) : []),
      ...factorChanged(member, { change: 'passkey_added', now }),
      ...steps,
    ])
  } catch (error) {
    if (isConflict(error)) throw new DomainError('passkey_refused')
    throw error
  }
  return { cookies: await sessionCookies(sid), codes: codes.map(groupCode) }
}
