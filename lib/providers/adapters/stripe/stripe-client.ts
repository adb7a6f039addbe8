import { z } from 'zod'
import type { FailureCode } from '../../../money/rails.ts'
import { jsonOf } from '../../callback-message.ts'
import { formEncoded, ProviderSilent, ProviderUnreached, talk } from '../../talk.ts'
import type { StripeSettings } from './stripe-settings.ts'

/** The dated interface these requests were written for; the account's own default may be another. */
const version = '2026-10-28.endive'

export type StripeCall = Readonly<{
  settings: StripeSettings
  method: 'GET' | 'POST'
  /** Below `/v1/`. */
  path: string
  fields?: Readonly<Record<string, string>>
  /** Makes a repeated request the same request. */
  idempotencyKey?: string
}>
export type StripeProblem = Readonly<{ type: string; code: string; declineCode: string }>
export type StripeAnswer = Readonly<{ status: number; body: unknown; problem: StripeProblem | undefined }>

const failed = z.object({
  error: z.object({ type: z.string(), code: z.string().nullish(), decline_code: z.string().nullish() }),
})

/** Asks once. @throws ProviderSilent when there is no JSON, or Stripe is in trouble itself. */
export async function callStripe({
  settings,
  method,
  path,
  fields,
  idempotencyKey,
}: StripeCall): Promise<StripeAnswer> {
  const query = method === 'GET' && fields ? `?${formEncoded(fields)}` : ''
  const answer = await talk({
    method,
    url: `${settings.baseUrl}/v1/${path}${query}`,
    headers: {
      authorization: `Bearer ${settings.apiKey}`,
      'stripe-version': version,
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(method === 'POST' ? { body: formEncoded(fields ?? {}) } : {}),
  })
  const body = jsonOf(Buffer.from(answer.body))
  const { status } = answer
  if (body === undefined || status >= 500 || status === 429) throw new ProviderUnreached(`Stripe answered ${status}`)
  return { status, body, problem: status >= 400 ? problemIn(body) : undefined }
}

function problemIn(body: unknown): StripeProblem {
  const read = failed.safeParse(body)
  const { type = 'unknown', code, decline_code } = read.success ? read.data.error : {}
  return { type, code: code ?? '', declineCode: decline_code ?? '' }
}

/** @throws ProviderSilent unless this is the object that was asked for. */
export function objectIn<Shape extends z.ZodType>({ status, body, problem }: StripeAnswer, shape: Shape) {
  const read = status === 200 ? shape.safeParse(body) : undefined
  if (!read?.success) throw new ProviderSilent(`Stripe answered ${status} ${problem?.code ?? ''}`.trim())
  return read.data
}

/** Why a card is not charged; undefined for what is our own mistake or a passing trouble. */
export function refusalOf({ type, code, declineCode }: StripeProblem): FailureCode | undefined {
  if (code === 'amount_too_small' || code === 'amount_too_large') return 'limit_exceeded'
  if (type !== 'card_error') return undefined
  // A card past its date is declined; `expired` would say that the payer's time ran out.
  return declineCode === 'insufficient_funds' ? 'insufficient_funds' : 'declined'
}
