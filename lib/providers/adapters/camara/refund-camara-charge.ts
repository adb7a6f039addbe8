import { z } from 'zod'
import { jsonAmount } from '../../json-money.ts'
import type { RefundObservation, RefundRequest } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import { callOperator, paymentIn } from './camara-client.ts'
import { moneyOf } from './camara-payment.ts'
import { type CamaraSettings, camaraSettings } from './camara-settings.ts'
import { partsOf } from './fetch-camara-charge.ts'

const refund = z.object({
  refundId: z.string().min(1).max(200),
  refundStatus: z.enum(['processing', 'denied', 'succeeded']),
  amountTransaction: z.object({ clientCorrelator: z.string().optional() }).optional(),
})
type Refund = z.output<typeof refund>

const states = { processing: 'pending', denied: 'refused', succeeded: 'done' } as const

/**
 * Gives money back on the bill. The refund's own id is `clientCorrelator`, so that repeating it refunds once.
 *
 * Source: CAMARA Carrier Billing Refund 0.3.0, grade A. A refund of everything is `total`, after which there is none.
 */
export async function refundCamaraCharge(request: RefundRequest): Promise<RefundObservation> {
  const settings = camaraSettings(request.account)
  const { refundId, now } = request
  const { paymentId } = partsOf(request.reference)
  const answer = await callOperator({
    settings,
    now,
    scope: 'carrier-billing-refund:refunds:create',
    method: 'POST',
    path: `/payments/${encodeURIComponent(paymentId)}/refunds`,
    body: await refundBody(request, settings, paymentId),
    correlator: refundId,
  })
  if (answer.status === 409) return observationOf(await findRefund(request, settings, paymentId))
  if (answer.status === 403 || answer.status === 422) return { state: 'refused', reference: refundId }
  const read = answer.status === 201 ? refund.safeParse(answer.body) : undefined
  if (!read?.success) throw new ProviderSilent(`The operator answered ${answer.status} ${answer.code} to a refund`)
  return observationOf(read.data)
}

async function refundBody({ amount, refundId, now }: RefundRequest, settings: CamaraSettings, paymentId: string) {
  const scope = 'carrier-billing:payments:read'
  const path = `/payments/${encodeURIComponent(paymentId)}`
  const payment = paymentIn(await callOperator({ settings, now, scope, method: 'GET', path, correlator: refundId }))
  const billed = moneyOf(payment.amountTransaction.paymentAmount.chargingInformation)
  const isTotal = billed.minor === amount.minor && billed.currency === amount.currency
  const chargingInformation = {
    amount: jsonAmount(amount),
    currency: amount.currency,
    description: 'Remboursement',
    isTaxIncluded: true,
  }
  return {
    type: isTotal ? 'total' : 'partial',
    amountTransaction: {
      clientCorrelator: refundId,
      referenceCode: refundId,
      refundAmount: isTotal ? {} : { chargingInformation },
    },
  }
}

async function findRefund({ refundId, now }: RefundRequest, settings: CamaraSettings, paymentId: string) {
  const answer = await callOperator({
    settings,
    now,
    scope: 'carrier-billing-refund:refunds:read',
    method: 'GET',
    path: `/payments/${encodeURIComponent(paymentId)}/refunds`,
    correlator: refundId,
  })
  const known = answer.status === 200 ? z.array(refund).parse(answer.body) : []
  const found = known.find(({ amountTransaction }) => amountTransaction?.clientCorrelator === refundId)
  if (!found) throw new ProviderSilent('The operator says that this refund exists and does not have it')
  return found
}

function observationOf({ refundId, refundStatus }: Refund): RefundObservation {
  return { state: states[refundStatus], reference: refundId }
}
