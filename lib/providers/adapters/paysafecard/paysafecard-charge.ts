import { sha256Hex } from '../../../config/keys.ts'
import { UnusableAccount } from '../../account-settings.ts'
import { jsonAmount } from '../../json-money.ts'
import type {
  ChargeOpening,
  ChargeRequest,
  Observation,
  ReferenceRequest,
  RefundObservation,
  RefundRequest,
} from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import { callPaysafecard, paymentIn } from './paysafecard-client.ts'
import { correlatorOf, observationOf, paymentIdOf } from './paysafecard-payment.ts'
import { paysafecardSettings } from './paysafecard-settings.ts'

const duplicatePayment = 2001
const invalidState = 2017
const tooLate = 3007
const limitExceeded = 4003
const duplicateRefunds = [3103, 3164, 3169]

/**
 * Makes a payment; our correlator is part of its id, so it cannot be made twice. A payment already made is asked for
 * its page again.
 *
 * Source: paysafecard's classic REST description (February 2026), grade A.
 */
export async function openPaysafecardCharge(request: ChargeRequest): Promise<ChargeOpening> {
  const { account, correlator, amount, returnUrl } = request
  const settings = paysafecardSettings(account)
  if (amount.currency !== settings.currency) return { kind: 'refused', failure: 'limit_exceeded' }
  const id = paymentIdOf({ ...settings, correlator })
  const answer = await callPaysafecard({
    settings,
    method: 'POST',
    path: 'payments',
    body: {
      type: 'PAYSAFECARD',
      amount: jsonAmount(amount),
      currency: amount.currency,
      redirect: { success_url: returnUrl, failure_url: returnUrl },
      notification_url: account.callbackUrl,
      // Nothing about a person leaves us, and two purchases are not linked.
      customer: { id: sha256Hex(`paysafecard ${correlator}`).slice(0, 40) },
      ...(settings.submerchantId === undefined ? {} : { submerchant_id: settings.submerchantId }),
    },
    correlationId: correlator,
  })
  if (answer.status === 401 || answer.status === 403) {
    throw new UnusableAccount(account.accountId, 'apiKey: paysafecard lets neither this key nor this server in.')
  }
  if (answer.problem === limitExceeded) return { kind: 'refused', failure: 'limit_exceeded' }
  const isKnown = answer.problem === duplicatePayment
  const path = `payments/${id}`
  const payment = paymentIn(isKnown ? await callPaysafecard({ settings, method: 'GET', path }) : answer, id)
  const url = payment.redirect?.auth_url ?? ''
  if (!/^https?:\/\//.test(url)) throw new ProviderSilent('paysafecard named no page for the payer')
  return { kind: 'redirect', reference: id, url }
}

/** What paysafecard says now. */
export async function fetchPaysafecardCharge(request: ReferenceRequest): Promise<Observation> {
  const settings = paysafecardSettings(request.account)
  const { id, correlator } = identify(request)
  const answer = await callPaysafecard({ settings, method: 'GET', path: `payments/${id}` })
  return observationOf(paymentIn(answer, id), { ...request, correlator, at: request.now })
}

/** Takes what the payer's cards have reserved, within the minutes it stays so. Taken already is taken. */
export async function capturePaysafecardCharge(request: ReferenceRequest): Promise<Observation> {
  const settings = paysafecardSettings(request.account)
  const { id, correlator } = identify(request)
  const answer = await callPaysafecard({ settings, method: 'POST', path: `payments/${id}/capture` })
  if (answer.problem === invalidState || answer.problem === tooLate) return fetchPaysafecardCharge(request)
  return observationOf(paymentIn(answer, id), { ...request, correlator, at: request.now })
}

/** The payment's id, and our correlator, which it contains; where the id was lost, it is made again from the latter. */
function identify({ account, reference, correlator }: ReferenceRequest) {
  const settings = paysafecardSettings(account)
  const id = reference === '' ? paymentIdOf({ ...settings, correlator }) : reference
  const ours = correlatorOf(id, settings)
  if (ours === undefined || (correlator !== '' && ours !== correlator)) {
    throw new ProviderSilent('This payment is of another merchant or charge')
  }
  return { id, correlator: ours }
}

/**
 * Gives money back to the payer's paysafecard account, where there is one and the contract allows it; else it is
 * refused. The refund's own id is part of what is made, so it cannot be made twice.
 */
export async function refundPaysafecardCharge(request: RefundRequest): Promise<RefundObservation> {
  const { account, reference, amount, refundId, now } = request
  const settings = paysafecardSettings(account)
  const { id, correlator } = identify({ account, reference, correlator: '', now })
  const answer = await callPaysafecard({
    settings,
    method: 'POST',
    path: `payments/${id}/refunds`,
    body: {
      type: 'PAYSAFECARD',
      capture: true,
      amount: jsonAmount(amount),
      currency: amount.currency,
      customer: { id: sha256Hex(`paysafecard ${correlator}`).slice(0, 40) },
      ...(settings.submerchantId === undefined ? {} : { submerchant_id: settings.submerchantId }),
    },
    correlationId: refundId,
  })
  if (duplicateRefunds.includes(answer.problem)) return { state: 'done', reference: refundId }
  if (answer.status >= 400 && answer.status !== 401 && answer.status !== 403) {
    return { state: 'refused', reference: refundId }
  }
  const read = answer.body as { status?: unknown; id?: unknown }
  if (answer.status !== 201 || read.status !== 'SUCCESS') {
    throw new ProviderSilent(`paysafecard answered ${answer.status} to a refund`)
  }
  return { state: 'done', reference: typeof read.id === 'string' ? read.id : refundId }
}
