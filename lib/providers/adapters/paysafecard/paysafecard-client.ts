import { z } from 'zod'
import { jsonOf } from '../../callback-message.ts'
import { ProviderSilent, talk } from '../../talk.ts'
import { type PaysafecardPayment, paysafecardPayment } from './paysafecard-payment.ts'
import type { PaysafecardSettings } from './paysafecard-settings.ts'

export type PaysafecardCall = Readonly<{
  settings: PaysafecardSettings
  method: 'GET' | 'POST'
  path: string
  body?: unknown
  /** Becomes part of what is made, which exists once only. */
  correlationId?: string
}>
export type PaysafecardAnswer = Readonly<{ status: number; body: unknown; problem: number }>

const failed = z.object({ number: z.coerce.number().optional() })

/** Asks once. @throws ProviderSilent when there is no JSON, or paysafecard is in trouble itself. */
export async function callPaysafecard(call: PaysafecardCall): Promise<PaysafecardAnswer> {
  const { settings, method, path, body, correlationId } = call
  const answer = await talk({
    method,
    url: `${settings.baseUrl}/${path}`,
    headers: {
      authorization: `Basic ${Buffer.from(settings.apiKey).toString('base64')}`,
      accept: 'application/json',
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      ...(correlationId === undefined ? {} : { 'correlation-id': correlationId }),
    },
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  })
  const content = jsonOf(answer.body)
  const { status } = answer
  if (content === undefined || status >= 500 || status === 429) {
    throw new ProviderSilent(`paysafecard answered ${status}`)
  }
  const read = status >= 400 ? failed.safeParse(content) : undefined
  return { status, body: content, problem: (read?.success ? read.data.number : 0) ?? 0 }
}

/** @throws ProviderSilent unless this is that payment. */
export function paymentIn({ status, body, problem }: PaysafecardAnswer, id: string): PaysafecardPayment {
  const read = status === 200 || status === 201 ? paysafecardPayment.safeParse(body) : undefined
  if (!read?.success) throw new ProviderSilent(`paysafecard answered ${status} ${problem || ''}`.trim())
  if (read.data.id !== id) throw new ProviderSilent('paysafecard answered about another payment')
  return read.data
}
