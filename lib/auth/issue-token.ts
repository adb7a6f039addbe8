import type { Step } from '../../db/commit.ts'
import { newDigits, newToken } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { codeDigits, codeHashOf, tokenHashOf } from './one-time-token.ts'
import type { TokenPurpose } from './one-time-token-queries.ts'
import { insertToken, voidTokens } from './one-time-token-store.ts'

export type TokenData = Readonly<Record<string, string>>

export type NewToken = Readonly<{
  purpose: TokenPurpose
  /** Whom or what it is about: a member, a draft, an ad; for codes the thing the code is typed for. */
  subject: string
  /** Kept beside it and handed back when it is redeemed. Never a secret in the clear. */
  data?: TokenData
  lifetimeMs: number
  now: Millis
}>

/**
 * Makes a secret of 256 bits for a link. Commit the steps with whatever gives the reason; only a keyed hash is kept.
 * Several may be open for one subject.
 */
export function issueToken(wanted: NewToken): Readonly<{ token: string; steps: readonly Step[] }> {
  const token = newToken()
  return { token, steps: [insertToken(rowOf(wanted, tokenHashOf(wanted.purpose, token)))] }
}

/**
 * Makes a code of eight digits to be typed, for mails and text messages. It makes earlier codes of the same purpose and
 * subject void, so that asking again gives no more tries; let `subject` be something only the asking browser knows, or
 * count how often codes are asked for.
 */
export function issueCode(wanted: NewToken): Readonly<{ code: string; steps: readonly Step[] }> {
  const { purpose, subject, now } = wanted
  const code = newDigits(codeDigits)
  const hash = codeHashOf({ purpose, subject, createdAt: now, digits: code })
  return { code, steps: [voidTokens({ purpose, subject }, now), insertToken(rowOf(wanted, hash))] }
}

function rowOf({ purpose, subject, data, lifetimeMs, now }: NewToken, tokenHash: string) {
  const times = { createdAt: now, expiresAt: now + lifetimeMs, usedAt: null }
  return { tokenHash, purpose, subject, data: data ?? null, attempts: 0, ...times }
}
