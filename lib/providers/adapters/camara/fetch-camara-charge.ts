import { z } from 'zod'
import { day } from '../../../time/time.ts'
import type { Observation, RedeemRequest, ReferenceRequest } from '../../provider.ts'
import { refusedCode } from '../../refused-code.ts'
import { ProviderSilent } from '../../talk.ts'
import { callOperator, paymentIn } from './camara-client.ts'
import { type CamaraPayment, camaraPayment, observationOf } from './camara-payment.ts'
import { type CamaraSettings, camaraSettings } from './camara-settings.ts'

type About = Readonly<{ settings: CamaraSettings; correlator: string; now: number }>

/** What the operator says now; a charge whose reference was lost with the operator's answer is looked up by ours. */
export async function fetchCamaraCharge(request: ReferenceRequest): Promise<Observation> {
  const settings = camaraSettings(request.account)
  return observationOf(await loadPayment({ ...request, settings }), { ...request, settings })
}

/** Bills what was reserved. Repeating it is harmless: what is billed already answers 409 and is then asked about. */
export async function captureCamaraCharge(request: ReferenceRequest): Promise<Observation> {
  return finish(request, 'confirm')
}

export async function cancelCamaraCharge(request: ReferenceRequest): Promise<Observation> {
  return finish(request, 'cancel')
}

async function finish(request: ReferenceRequest, action: 'confirm' | 'cancel'): Promise<Observation> {
  const settings = camaraSettings(request.account)
  const { correlator, now } = request
  const payment = await loadPayment({ ...request, settings })
  const isOpen = ['pending_validation', 'reserved', 'processing'].includes(payment.paymentStatus)
  if (!isOpen || (action === 'confirm' && payment.paymentStatus !== 'reserved')) {
    return observationOf(payment, { ...request, settings })
  }
  const { phoneNumber } = payment.amountTransaction
  const answer = await callOperator({
    settings,
    now,
    scope: 'carrier-billing:payments:write',
    method: 'POST',
    path: `/payments/${encodeURIComponent(payment.paymentId)}/${action}`,
    body: phoneNumber === undefined ? {} : { phoneNumber },
    correlator,
  })
  // 409 is another word for "that is already done": what was done, the payment itself says.
  if (answer.status !== 202 && answer.status !== 409 && answer.status !== 403) {
    throw new ProviderSilent(`The operator answered ${answer.status} ${answer.code} to ${action}`)
  }
  return fetchCamaraCharge({ ...request, reference: payment.paymentId })
}

const wrongCode: readonly string[] = [
  'CARRIER_BILLING.INVALID_CODE',
  'CARRIER_BILLING.VALIDATION_FAILED',
  'CARRIER_BILLING.INVALID_AUTHORIZATION_ID',
]

/** Gives the operator the code it sent to the payer's telephone, and bills once it is right. */
export async function redeemCamaraCode(request: RedeemRequest): Promise<Observation> {
  const settings = camaraSettings(request.account)
  const { reference, correlator, code, now } = request
  const { paymentId, authorizationId } = partsOf(reference)
  if (!/^[A-Za-z0-9]{1,20}$/.test(code)) return refusedCode(request)
  const answer = await callOperator({
    settings,
    now,
    scope: 'carrier-billing:payments:write',
    method: 'POST',
    path: `/payments/${encodeURIComponent(paymentId)}/validate`,
    body: { authorizationId, code },
    correlator,
  })
  if (wrongCode.includes(answer.code)) return refusedCode(request)
  if (answer.status !== 204 && answer.status !== 409) {
    throw new ProviderSilent(`The operator answered ${answer.status} ${answer.code} to a code`)
  }
  return captureCamaraCharge(request)
}

export function partsOf(reference: string): Readonly<{ paymentId: string; authorizationId: string }> {
  const [paymentId = '', authorizationId = ''] = reference.split('~')
  return { paymentId, authorizationId }
}

async function loadPayment(about: About & Readonly<{ reference: string }>): Promise<CamaraPayment> {
  const { paymentId } = partsOf(about.reference)
  if (paymentId === '') {
    const found = await findByCorrelator(about)
    if (!found) throw new ProviderSilent('The operator has no payment of that correlator')
    return found
  }
  const { settings, now, correlator } = about
  const path = `/payments/${encodeURIComponent(paymentId)}`
  const answer = await callOperator({
    settings,
    now,
    scope: 'carrier-billing:payments:read',
    method: 'GET',
    path,
    correlator,
  })
  return paymentIn(answer)
}

const perPage = 50
const mostPages = 20

/** The payment of one of our correlators, among those of the last day. */
export async function findByCorrelator({ settings, correlator, now }: About): Promise<CamaraPayment | undefined> {
  for (let page = 1; page <= mostPages; page += 1) {
    const query = new URLSearchParams({
      page: String(page),
      perPage: String(perPage),
      'paymentCreationDate.gte': new Date(now - day).toISOString(),
      order: 'desc',
    })
    const answer = await callOperator({
      settings,
      now,
      scope: 'carrier-billing:payments:read',
      method: 'GET',
      path: `/payments?${query}`,
      correlator,
    })
    if (answer.status !== 200) throw new ProviderSilent(`The operator answered ${answer.status} ${answer.code}`)
    const listed = z.array(z.unknown()).parse(answer.body)
    // The same contract may bill what we do not read, in another currency for instance.
    const payments = listed.flatMap((one) => camaraPayment.safeParse(one).data ?? [])
    const found = payments.find(({ amountTransaction }) => amountTransaction.clientCorrelator === correlator)
    if (found || listed.length < perPage) return found
  }
  return undefined
}
