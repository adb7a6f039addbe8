import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { sha256Hex } from '../../../config/keys.ts'
import { type Millis, second } from '../../../time/time.ts'
import { secretsOf } from '../../account-settings.ts'
import { jsonOf } from '../../callback-message.ts'
import { isSignedByAny } from '../../signatures.ts'
import { formEncoded, ProviderSilent, talk } from '../../talk.ts'
import type { CamaraSettings } from './camara-settings.ts'

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(60) })
const kept = new Map<string, Readonly<{ token: string; until: Millis }>>()
/** Renewed a little early, so that no request starts with a token about to end. */
const margin = 30 * second

export type Scope =
  | 'carrier-billing:payments:create'
  | 'carrier-billing:payments:read'
  | 'carrier-billing:payments:write'
export type RefundScope = 'carrier-billing-refund:refunds:create' | 'carrier-billing-refund:refunds:read'

/**
 * A two-legged access token (client credentials) of one scope, kept until it ends.
 *
 * @throws ProviderSilent when the operator gives none.
 */
export async function accessToken(settings: CamaraSettings, scope: Scope | RefundScope, now: Millis): Promise<string> {
  const { tokenUrl, clientId, clientSecret } = settings
  const key = sha256Hex([tokenUrl, clientId, clientSecret, scope].join('\n'))
  const known = kept.get(key)
  if (known && known.until > now) return known.token
  const answer = await talk({
    method: 'POST',
    url: tokenUrl,
    headers: {
      authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: formEncoded({ grant_type: 'client_credentials', scope }),
  })
  const read = answer.status === 200 ? granted.safeParse(jsonOf(answer.body)) : undefined
  if (!read?.success) throw new ProviderSilent(`The operator gave no access token (status ${answer.status})`)
  const until = now + Math.max(0, read.data.expires_in * second - margin)
  kept.set(key, { token: read.data.access_token, until })
  return read.data.access_token
}

/** Forgets a token that the operator no longer accepts. */
export function forgetToken(settings: CamaraSettings, scope: Scope | RefundScope): void {
  kept.delete(sha256Hex([settings.tokenUrl, settings.clientId, settings.clientSecret, scope].join('\n')))
}

/** The bearer token that notifications about one charge carry: HMAC-SHA-256 of its correlator, in hexadecimal. */
export function sinkToken(secret: string, correlator: string): string {
  return createHmac('sha256', secret).update(correlator).digest('hex')
}

export function isSinkToken(settings: CamaraSettings, correlator: string, given: string): boolean {
  return isSignedByAny(given, secretsOf(settings), (secret) => sinkToken(secret, correlator))
}
