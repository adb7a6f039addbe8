import { commit, type Step } from '../../db/commit.ts'
import { equalInConstantTime } from '../config/keys.ts'
import { isConflict } from '../errors/conflict.ts'
import type { Millis } from '../time/time.ts'
import type { TokenData } from './issue-token.ts'
import { codeHashOf, codeTries, digitsOf, tokenHashOf } from './one-time-token.ts'
import { findOpenToken, findToken, type TokenPurpose } from './one-time-token-queries.ts'
import { countTry, useToken } from './one-time-token-store.ts'

export type Redeemed = Readonly<{ kind: 'good'; subject: string; data: TokenData; steps: readonly Step[] }>

/**
 * Reads a link's token without using it: a GET may show what the button will do.
 *
 * @returns `good` with the steps that use it up, to be committed with what it allows: a second commit of them conflicts
 *   with `already_claimed` and keeps nothing. Anything wrong, late or used is `refused`, without saying which.
 */
export function redeemToken(
  offered: Readonly<{ purpose: TokenPurpose; token: string; now: Millis }>,
): Redeemed | Readonly<{ kind: 'refused' }> {
  const { purpose, token, now } = offered
  const row = findToken(purpose, tokenHashOf(purpose, token))
  if (!row || row.usedAt !== null || row.expiresAt <= now) return { kind: 'refused' }
  return { kind: 'good', subject: row.subject, data: row.data ?? {}, steps: [useToken(row.tokenHash, now)] }
}

/**
 * Compares a typed code with the open one of a subject. Every try is counted and kept before the comparison; after
 * five the code is void.
 *
 * @returns `good` with the steps that use it up; `refused` with how many tries are left, 0 when there is no open code.
 */
export async function redeemCode(
  offered: Readonly<{ purpose: TokenPurpose; subject: string; code: string; now: Millis }>,
): Promise<Redeemed | Readonly<{ kind: 'refused'; triesLeft: number }>> {
  const { purpose, subject, now } = offered
  const row = findOpenToken(purpose, subject)
  if (!row || row.expiresAt <= now) return { kind: 'refused', triesLeft: 0 }
  try {
    await commit([countTry(row.tokenHash)])
  } catch (error) {
    if (!isConflict(error, 'already_claimed')) throw error
    return { kind: 'refused', triesLeft: 0 }
  }
  const hash = codeHashOf({ purpose, subject, createdAt: row.createdAt, digits: digitsOf(offered.code) })
  if (equalInConstantTime(hash, row.tokenHash))
    return { kind: 'good', subject, data: row.data ?? {}, steps: [useToken(row.tokenHash, now)] }
  return { kind: 'refused', triesLeft: Math.max(0, codeTries - row.attempts - 1) }
}
