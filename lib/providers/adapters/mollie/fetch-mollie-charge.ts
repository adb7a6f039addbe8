import { decimalAmount } from '../../../money/money.ts'
import type { Observation, ReferenceRequest, RefundObservation, RefundRequest } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import { callMollie, listMollie, resourceIn } from './mollie-client.ts'
import {
  type MolliePayment,
  markIn,
  mollieChargeback,
  mollieMoney,
  molliePayment,
  mollieRefund,
  observationOf,
} from './mollie-payment.ts'
import { type MollieSettings, mollieSettings } from './mollie-settings.ts'

/** What Mollie says now, with what was taken back since; a lost reference is looked up by our correlator. */
export async function fetchMollieCharge(request: ReferenceRequest): Promise<Observation> {
  const { account, correlator, now: at } = request
  const settings = mollieSettings(account)
  const payment = await load(settings, request)
  const ours = markIn(payment.metadata, 'correlator')
  // The same profile may sell other things: they are not ours to book.
  if (ours === undefined || (correlator !== '' && ours !== correlator) || payment.mode !== account.mode) {
    throw new ProviderSilent('Mollie answered about another charge')
  }
  return observationOf(payment, { reversedMinor: await reversedOf(payment, settings), at })
}

async function load(settings: MollieSettings, { reference, correlator }: ReferenceRequest): Promise<MolliePayment> {
  if (reference !== '') {
    const path = `payments/${encodeURIComponent(reference)}`
    const payment = resourceIn(await callMollie({ settings, method: 'GET', path }), molliePayment)
    if (payment.id !== reference) throw new ProviderSilent('Mollie answered about another payment')
    return payment
  }
  const recent = await listMollie(settings, { path: 'payments?limit=250', name: 'payments', shape: molliePayment })
  const found = recent.find(({ metadata }) => markIn(metadata, 'correlator') === correlator)
  if (!found) throw new ProviderSilent('Mollie has no payment of that correlator')
  return found
}

/** Chargebacks that stand, and refunds made elsewhere than here. */
async function reversedOf(payment: MolliePayment, settings: MollieSettings): Promise<number> {
  const path = `payments/${payment.id}`
  const has = (amount: MolliePayment['amountRefunded']) => amount !== undefined && (mollieMoney(amount)?.minor ?? 0) > 0
  const back = has(payment.amountChargedBack)
    ? await listMollie(settings, { path: `${path}/chargebacks`, name: 'chargebacks', shape: mollieChargeback })
    : []
  const refunds = has(payment.amountRefunded)
    ? await listMollie(settings, { path: `${path}/refunds`, name: 'refunds', shape: mollieRefund })
    : []
  const standing = back.filter(({ reversedAt }) => !reversedAt)
  const foreign = refunds.filter(
    ({ status, metadata }) => !/^(failed|canceled)$/.test(status) && markIn(metadata, 'refund') === undefined,
  )
  return [...standing, ...foreign].reduce((sum, { amount }) => sum + (mollieMoney(amount)?.minor ?? 0), 0)
}

/** A payment that can no longer be cancelled is told as what it has become. */
export async function cancelMollieCharge(request: ReferenceRequest): Promise<Observation> {
  const path = `payments/${encodeURIComponent(request.reference)}`
  await callMollie({ settings: mollieSettings(request.account), method: 'DELETE', path })
  return fetchMollieCharge(request)
}

/** Gives money back, once for each of our refunds: it carries our mark, and is looked for before it is asked for. */
export async function refundMollieCharge(request: RefundRequest): Promise<RefundObservation> {
  const { account, reference, amount, refundId } = request
  const settings = mollieSettings(account)
  const path = `payments/${encodeURIComponent(reference)}/refunds`
  const known = await listMollie(settings, { path, name: 'refunds', shape: mollieRefund })
  const same = known.find(({ metadata }) => markIn(metadata, 'refund') === refundId)
  if (same) return refundObservation(same)
  const answer = await callMollie({
    settings,
    method: 'POST',
    path,
    body: { amount: { currency: amount.currency, value: decimalAmount(amount) }, metadata: { refund: refundId } },
    idempotencyKey: `refund-${refundId}`,
  })
  // 409 is no refusal: this refund may be under way already. The next time it is found by its mark, or asked for again.
  if (answer.status === 422) return { state: 'refused', reference: refundId }
  return refundObservation(resourceIn(answer, mollieRefund))
}

function refundObservation({ id, status }: Readonly<{ id: string; status: string }>): RefundObservation {
  const state = status === 'refunded' ? 'done' : /^(failed|canceled)$/.test(status) ? 'refused' : 'pending'
  return { state, reference: id }
}
