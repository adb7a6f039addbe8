import { keyedHash } from '../config/keys.ts'
import type { Millis } from '../time/time.ts'

/** A card a member had kept at a provider, as it is shown: brand, last digits and expiry, never what pays with it. */
export type SavedInstrument = Readonly<{
  id: string
  accountId: string
  label: string
  expiresAt: Millis | null
  createdAt: Millis
}>

/** With what its provider knows it by. Never leaves the server. */
export type UsableInstrument = SavedInstrument & Readonly<{ reference: string }>

type Kept = Readonly<{ accountId: string; payerId: string; reference: string }>

/** The same card of the same payer at the same account is the same row, however often its provider tells of it. */
export function instrumentIdOf({ accountId, payerId, reference }: Kept): string {
  return keyedHash('instruments', `${accountId} ${payerId} ${reference}`).slice(0, 28)
}

export function isExpired({ expiresAt }: Pick<SavedInstrument, 'expiresAt'>, now: Millis): boolean {
  return expiresAt !== null && expiresAt <= now
}
