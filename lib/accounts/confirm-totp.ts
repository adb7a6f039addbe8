import { commit } from '../../db/commit.ts'
import { newBackupCodes } from '../auth/backup-codes.ts'
import { replaceBackupCodes } from '../auth/backup-codes-store.ts'
import { totpStepOf } from '../auth/totp.ts'
import { unseal } from '../config/keys.ts'
import { groupCode } from '../ids/crockford.ts'
import type { MemberSession } from '../members/find-member.ts'
import { findTotp } from '../members/members-queries.ts'
import { confirmTotp as confirmTotpStep } from '../members/members-store.ts'
import { renewSession } from '../members/open-session.ts'
import { sessionCookies } from '../members/session-cookies.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import type { Millis } from '../time/time.ts'
import { codeRefused } from './accounts.ts'
import { factorChanged } from './factor-changed.ts'

/** `codes` are shown once and kept only as hashes. */
export type FactorAdded = Readonly<{ cookies: readonly string[]; codes: readonly string[] }>

/**
 * Proves with its first code that the member's app has the secret. It counts from now on, for this session too, and ten
 * backup codes are made.
 *
 * @throws DomainError `code_refused`; `rate_limited`.
 */
export async function confirmTotp(
  found: MemberSession,
  typed: Readonly<{ code: string; now: Millis }>,
): Promise<FactorAdded> {
  const { member } = found
  const { code, now } = typed
  await consumeLimit('second_factor', member.id)
  const { sealed, confirmedAt } = findTotp(member.id)
  if (!sealed || confirmedAt !== null) throw codeRefused()
  const step = totpStepOf({ secret: unseal('totp', member.id, sealed), code, lastStep: null, now })
  if (step === undefined) throw codeRefused()
  const codes = newBackupCodes()
  const { sid, steps } = renewSession(found, { now, isSecondFactor: true })
  await commit([
    confirmTotpStep(member.id, { sealed, step, now }),
    ...replaceBackupCodes({ memberId: member.id, codes }, now),
    ...factorChanged(member, { change: 'totp_added', now }),
    ...steps,
  ])
  return { cookies: await sessionCookies(sid), codes: codes.map(groupCode) }
}
