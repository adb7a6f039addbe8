import type { Step } from '../../db/commit.ts'
import { looksLikeBackupCode } from '../auth/backup-codes.ts'
import { useBackupCode } from '../auth/backup-codes-store.ts'
import { readPasskeyAnswer } from '../auth/passkey-ceremony.ts'
import { totpStepOf } from '../auth/totp.ts'
import { unseal } from '../config/keys.ts'
import type { Member } from '../members/member.ts'
import { findTotp } from '../members/members-queries.ts'
import { useTotpStep } from '../members/members-store.ts'
import type { Millis } from '../time/time.ts'

/** A code of the app, a backup code, or what the browser says of a passkey. */
export type FactorProof = Readonly<{ code?: string | undefined; passkey?: unknown }>

/**
 * The steps that use a second factor up, so that it works once: a code of the app by its time step, a backup code by
 * its row, a passkey by its challenge and counter. Committing them twice conflicts.
 *
 * @returns undefined when it is wrong; a wrong or used backup code conflicts with `already_claimed` when committed.
 */
export async function factorSteps(
  member: Member,
  proof: FactorProof & Readonly<{ purpose: 'second' | 'confirm'; now: Millis }>,
): Promise<readonly Step[] | undefined> {
  const { code, passkey, purpose, now } = proof
  if (passkey !== undefined) {
    const about = `${purpose}:${member.id}` as const
    const answer = await readPasskeyAnswer({ response: passkey, purpose: about, needsUser: purpose === 'confirm', now })
    return answer?.passkey.memberId === member.id ? answer.steps : undefined
  }
  if (code === undefined) return undefined
  if (looksLikeBackupCode(code)) return [useBackupCode({ memberId: member.id, code }, now)]
  const { sealed, confirmedAt, lastStep } = findTotp(member.id)
  if (!sealed || confirmedAt === null) return undefined
  const step = totpStepOf({ secret: unseal('totp', member.id, sealed), code, lastStep, now })
  return step === undefined ? undefined : [useTotpStep(member.id, step)]
}
