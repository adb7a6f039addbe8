import { createHmac } from 'node:crypto'
import { type Millis, minute } from '../../../time/time.ts'
import { isSignedByAny } from '../../signatures.ts'

const tolerance = 5 * minute

export type Signed = Readonly<{ header: string | undefined; body: Uint8Array; receivedAt: Millis }>

/**
 * Checks `X-Signature: t=<unix seconds>,v1=<hex>`, an HMAC-SHA-256 of the time, a full stop and the raw body.
 *
 * @param secrets The present secret and, during a change, the one before.
 * @returns false for a header of any other shape, a time more than five minutes off, or a signature by no secret.
 */
export function isSignedByCompany(signed: Signed, secrets: readonly string[]): boolean {
  const match = /^t=(\d{9,11}),v1=([0-9a-f]{64})$/.exec(signed.header ?? '')
  const [, seconds = '', signature = ''] = match ?? []
  if (!match || Math.abs(signed.receivedAt - Number(seconds) * 1000) > tolerance) return false
  return isSignedByAny(signature, secrets, (secret) =>
    createHmac('sha256', secret).update(`${seconds}.`).update(signed.body).digest('hex'),
  )
}
