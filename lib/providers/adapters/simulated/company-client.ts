import { z } from 'zod'
import { decimalAmount } from '../../../money/money.ts'
import type {
  AccountContext,
  ChargeOpening,
  ChargeRequest,
  Health,
  Observation,
  RedeemRequest,
  ReferenceRequest,
  RefundObservation,
  RefundRequest,
} from '../../provider.ts'
import { talk } from '../../talk.ts'
import { belongsTo, type CompanyCharge, companyCharge, failureOf, observationOf } from './company-charge.ts'
import { companySettings } from './company-settings.ts'

export type CompanyProduct = 'premium_call' | 'carrier_billing' | 'prepaid_card' | 'card'

const id = z.string().min(1).max(80)
const opened = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('redirect'), id, url: z.url({ protocol: /^https?$/ }) }),
  z.object({ kind: z.literal('dial'), id, number: z.string().regex(/^\+?[\d ]{3,20}$/) }),
])
const refusal = z.object({ reason: z.string() })
const refunded = z.object({ id, status: z.enum(['done', 'pending', 'refused']) })

/** Opens a charge at the company; the correlator is its idempotency key. */
export async function openCompanyCharge(product: CompanyProduct, request: ChargeRequest): Promise<ChargeOpening> {
  const answer = await call(request.account, 'POST', 'charges', {
    product,
    correlator: request.correlator,
    amount: decimalAmount(request.amount),
    currency: request.amount.currency,
    merchant: companySettings(request.account).merchantId,
    mode: request.account.mode,
    description: request.description,
    locale: request.locale,
    country: request.country,
    callbackUrl: request.account.callbackUrl,
    returnUrl: request.returnUrl,
    ...(request.pricePoint?.number === undefined ? {} : { number: request.pricePoint.number }),
    ...(request.msisdn === undefined ? {} : { msisdn: request.msisdn }),
  })
  if (answer.status === 402) return { kind: 'refused', failure: failureOf(refusal.parse(answer.body).reason) }
  const opening = opened.parse(successful(answer))
  return opening.kind === 'redirect'
    ? { kind: 'redirect', reference: opening.id, url: opening.url }
    : { kind: 'dial', reference: opening.id, number: opening.number }
}

export async function fetchCompanyCharge(request: ReferenceRequest): Promise<Observation> {
  return asked(await call(request.account, 'GET', `charges/${encodeURIComponent(request.reference)}`), request.account)
}

export async function cancelCompanyCharge(request: ReferenceRequest): Promise<Observation> {
  const path = `charges/${encodeURIComponent(request.reference)}/cancel`
  return asked(await call(request.account, 'POST', path, {}), request.account)
}

/**
 * Gives the company the code the payer heard.
 *
 * @returns `paid` with the tariff of the call that spoke the code, or the charge as it stands, still awaiting its
 *   payer, with `failure` saying what is wrong with the code: another may be tried.
 */
export async function redeemCompanyCode(request: RedeemRequest): Promise<Observation> {
  const path = `charges/${encodeURIComponent(request.reference)}/redeem`
  const code = request.code.replace(/[\s.-]/g, '')
  return asked(await call(request.account, 'POST', path, { code }), request.account)
}

export async function refundCompanyCharge(request: RefundRequest): Promise<RefundObservation> {
  const answer = await call(request.account, 'POST', `charges/${encodeURIComponent(request.reference)}/refund`, {
    refundId: request.refundId,
    amount: decimalAmount(request.amount),
    currency: request.amount.currency,
  })
  // A charge the company does not know is one it cannot give back.
  if (answer.status === 404) return { state: 'refused', reference: '' }
  const { id: reference, status } = refunded.parse(successful(answer))
  return { state: status, reference }
}

export async function checkCompany(account: AccountContext): Promise<Health> {
  try {
    const { status } = await call(account, 'GET', 'health')
    return { isHealthy: status === 200, detail: status === 200 ? 'The company answers.' : `It answers ${status}.` }
  } catch {
    return { isHealthy: false, detail: 'The company does not answer.' }
  }
}

type Answer = Readonly<{ status: number; body: unknown }>

async function call(account: AccountContext, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
  const settings = companySettings(account)
  const { status, body: text } = await talk({
    method,
    url: `${settings.baseUrl}/${path}`,
    headers: { authorization: `Bearer ${settings.apiKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status, body: text === '' ? undefined : JSON.parse(text) }
}

function successful({ status, body }: Answer): unknown {
  if (status >= 200 && status < 300) return body
  throw new Error(`The company answered with status ${status}`)
}

function asked(answer: Answer, account: AccountContext): Observation {
  const charge = companyCharge.parse(successful(answer))
  if (!belongsTo(charge, account, companySettings(account))) {
    throw new Error('The company answered about another merchant or mode')
  }
  return observationOf(charge, `asked:${charge.id}:${stateMark(charge)}`)
}

/** Asking twice about an unchanged charge is one event, not two. */
function stateMark(charge: CompanyCharge): string {
  return [charge.status, charge.reason ?? '', charge.amount, charge.reversedAmount].join(':')
}
