import { z } from 'zod'
import type { Millis } from '../../../time/time.ts'
import { jsonOf } from '../../callback-message.ts'
import { ProviderSilent, talk } from '../../talk.ts'
import { type CamaraPayment, camaraPayment } from './camara-payment.ts'
import type { CamaraSettings } from './camara-settings.ts'
import { accessToken, forgetToken, type RefundScope, type Scope } from './camara-token.ts'

export type Call = Readonly<{
  settings: CamaraSettings
  now: Millis
  scope: Scope | RefundScope
  method: 'GET' | 'POST'
  /** Below the payments address, or the refunds address where the scope is one of refunds. */
  path: string
  body?: unknown
  /** Goes into `x-correlator`, so that the operator's support finds the request. */
  correlator: string
}>
/** `code` is the operator's own word in an error. */
export type Answer = Readonly<{ status: number; code: string; body: unknown }>

const problem = z.object({ code: z.string() })

/** Speaks to the operator, with a new token where the old one is no longer accepted. */
export async function callOperator(call: Call): Promise<Answer> {
  const first = await callOnce(call)
  if (first.status !== 401) return first
  forgetToken(call.settings, call.scope)
  return callOnce(call)
}

async function callOnce({ settings, now, scope, method, path, body, correlator }: Call): Promise<Answer> {
  const base = scope.startsWith('carrier-billing-refund') ? settings.refundsUrl : settings.paymentsUrl
  if (base === undefined) throw new ProviderSilent('This account has no address for refunds')
  const token = await accessToken(settings, scope, now)
  const answer = await talk({
    method,
    url: base + path,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'x-correlator': correlator,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const content = answer.body === '' ? undefined : jsonOf(answer.body)
  if (content === undefined && answer.body !== '') throw new ProviderSilent('The operator’s answer is no JSON')
  const read = problem.safeParse(content)
  return { status: answer.status, code: read.success ? read.data.code : '', body: content }
}

/** @throws ProviderSilent for any other answer than a payment. */
export function paymentIn({ status, code, body }: Answer): CamaraPayment {
  const read = status === 200 || status === 201 ? camaraPayment.safeParse(body) : undefined
  if (!read?.success) throw new ProviderSilent(`The operator answered ${status} ${code}`.trim())
  return read.data
}
