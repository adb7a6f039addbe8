import { z } from 'zod'
import { findCharge } from '../../company-store.ts'
import { refundCharge } from '../../settle-charge.ts'
import { type CompanyAnswer, jsonAnswer } from '../company-message.ts'
import { addRecord, findRecord, listRecords } from '../company-records.ts'
import { type Asked, camaraError } from './answer-payments.ts'
import { minorOf } from './camara-payments.ts'

const company = 'camara_refunds'
const refundRequest = z.object({
  type: z.enum(['total', 'partial']),
  amountTransaction: z.object({
    clientCorrelator: z.string().min(1),
    referenceCode: z.string(),
    refundAmount: z.object({
      chargingInformation: z.object({ amount: z.number(), currency: z.string(), description: z.string() }).optional(),
    }),
  }),
})

/** `POST /payments/{paymentId}/refunds`. The same clientCorrelator twice is 409 and refunds once. */
export function createRefund({ merchant, body, now }: Asked, paymentId: string): CompanyAnswer {
  const charge = findCharge(paymentId)
  if (charge?.accountId !== merchant.account.id) return camaraError(404, 'NOT_FOUND')
  const read = refundRequest.safeParse(JSON.parse(body))
  if (!read.success) return camaraError(400, 'INVALID_ARGUMENT')
  const { type, amountTransaction } = read.data
  const asked = amountTransaction.refundAmount.chargingInformation
  const amountMinor = type === 'total' ? charge.amountMinor : asked && minorOf(asked.amount)
  if (amountMinor === undefined) return camaraError(400, 'INVALID_ARGUMENT')
  if (charge.status !== 'paid') return camaraError(422, 'CARRIER_BILLING_REFUND.INVALID_PAYMENT_STATUS')
  const id = `${paymentId}/${amountTransaction.clientCorrelator}`
  if (findRecord(company, id)) return camaraError(409, 'ALREADY_EXISTS')
  if (refundCharge(charge, { id: amountTransaction.clientCorrelator, amountMinor }) === 'refused') {
    return camaraError(403, 'CARRIER_BILLING_REFUND.REFUND_DENIED')
  }
  const date = new Date(now).toISOString()
  const refund = {
    refundId: `ref${amountTransaction.clientCorrelator}`,
    refundStatus: 'succeeded',
    type,
    refundCreationDate: date,
    refundDate: date,
    amountTransaction,
  }
  addRecord(company, { id, body: refund, at: now })
  return jsonAnswer(201, refund)
}

/** `GET /payments/{paymentId}/refunds`. */
export function listRefunds({ merchant }: Asked, paymentId: string): CompanyAnswer {
  if (findCharge(paymentId)?.accountId !== merchant.account.id) return camaraError(404, 'NOT_FOUND')
  return jsonAnswer(200, listRecords(company, `${paymentId}/`))
}
