import { generateSecret, generateURI, verifySync } from 'otplib'
import { type Millis, second } from '../time/time.ts'

/** RFC 6238 as every authenticator app does it: SHA-1, six digits, thirty seconds. */
const stepMs = 30 * second

/** A new shared secret of 160 bits, in base 32. */
export function newTotpSecret(): string {
  return generateSecret()
}

/** What the app reads from the QR code. */
export function totpUri(account: Readonly<{ site: string; email: string; secret: string }>): string {
  return generateURI({ issuer: account.site, label: account.email, secret: account.secret })
}

/**
 * Compares a typed code with those of now and of thirty seconds before and after.
 *
 * @param lastStep The step a code was last accepted for: it and those before are refused, so no code works twice.
 * @returns The step the code belongs to, to be kept as the next `lastStep`; undefined when it is wrong.
 */
export function totpStepOf(
  typed: Readonly<{ secret: string; code: string; lastStep: number | null; now: Millis }>,
): number | undefined {
  const token = typed.code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const epoch = Math.floor(typed.now / second)
  const result = verifySync({ secret: typed.secret, token, epoch, epochTolerance: stepMs / second })
  if (!result.valid) return undefined
  const step = Math.floor(typed.now / stepMs) + result.delta
  return typed.lastStep !== null && step <= typed.lastStep ? undefined : step
}
