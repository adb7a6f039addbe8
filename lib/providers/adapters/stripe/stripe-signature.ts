import { createHmac } from 'node:crypto'
import { equalInConstantTime } from '../../../config/keys.ts'
import { minute } from '../../../time/time.ts'

const tolerance = 5 * minute

export type SignatureVerdict = 'genuine' | 'forged' | 'stale'

/**
 * `Stripe-Signature: t=<unix seconds>,v1=<hex HMAC-SHA-256 of "<t>." and the raw body>`; any `v1` may match, with any of
 * the secrets.
 *
 * Source: stripe-node `Webhooks`, grade A; the official SDK and this agree on what it signs and on what it refuses.
 */
export function checkStripeSignature(
  signed: Readonly<{ header: string; body: Uint8Array; now: number }>,
  secrets: readonly string[],
): SignatureVerdict {
  const parts = signed.header.split(',').map((part) => part.trim().split('='))
  const times = parts.flatMap(([name, value]) => (name === 't' && value !== undefined ? [value] : []))
  const given = parts.flatMap(([name, value]) => (name === 'v1' && value !== undefined ? [value] : []))
  const [time = ''] = times
  if (times.length !== 1 || !/^\d{1,12}$/.test(time)) return 'forged'
  let isGenuine = false
  for (const secret of secrets) {
    const own = createHmac('sha256', secret).update(`${time}.`).update(signed.body).digest('hex')
    for (const signature of given) isGenuine = equalInConstantTime(own, signature) || isGenuine
  }
  if (!isGenuine) return 'forged'
  return Math.abs(signed.now - Number(time) * 1000) > tolerance ? 'stale' : 'genuine'
}
