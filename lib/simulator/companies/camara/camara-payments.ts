import { z } from 'zod'
import { keyedHash } from '../../../config/keys.ts'
import type { Millis } from '../../../time/time.ts'
import type { ChargeStatus, CompanyCharge } from '../../company-store.ts'
import { findRecord, saveRecord } from '../company-records.ts'

const amount = z.number().min(0.001)
const charging = z.object({ amount, currency: z.enum(['EUR', 'GBP']), description: z.string().min(1) }).loose()
export const paymentAmount = z.object({
  chargingInformation: charging,
  chargingMetaData: z.record(z.string(), z.unknown()).optional(),
})
/** What a merchant asks for, in one step or two. */
export const paymentRequest = z.object({
  amountTransaction: z.object({
    phoneNumber: z
      .string()
      .regex(/^\+[1-9][0-9]{4,14}$/)
      .optional(),
    clientCorrelator: z.string().optional(),
    referenceCode: z.string(),
    paymentAmount,
  }),
  sink: z.url().optional(),
  sinkCredential: z
    .object({ credentialType: z.literal('ACCESSTOKEN'), accessToken: z.string().min(1) })
    .loose()
    .optional(),
})
export type PaymentRequest = z.output<typeof paymentRequest>

/** What the operator keeps of a payment beside the charge itself. */
export type PaymentRecord = Readonly<{
  transaction: PaymentRequest['amountTransaction']
  steps: 'one' | 'two'
  action: 'open' | 'validate' | null
  sink: string | null
  sinkToken: string | null
}>

const company = 'camara'
export const findPayment = (id: string) => findRecord<PaymentRecord>(company, id)
export const savePayment = (id: string, body: PaymentRecord, at: Millis) => saveRecord(company, { id, body, at })

export function authorizationIdOf(paymentId: string): string {
  return keyedHash('provider-settings', `camara authorization ${paymentId}`).slice(0, 24)
}

type PaymentStatus = 'processing' | 'pending_validation' | 'denied' | 'reserved' | 'succeeded' | 'cancelled'
const statuses: Readonly<Record<ChargeStatus, PaymentStatus>> = {
  open: 'pending_validation',
  confirming: 'processing',
  reserved: 'reserved',
  paid: 'succeeded',
  declined: 'denied',
  cancelled: 'cancelled',
  expired: 'cancelled',
}
const paymentStatusOf = (charge: CompanyCharge): PaymentStatus => statuses[charge.status]

/** `Payment` as the description has it. */
export function describePayment(charge: CompanyCharge, record: PaymentRecord) {
  return {
    paymentId: charge.id,
    amountTransaction: {
      ...record.transaction,
      phoneNumber: charge.msisdn,
      resourceURL: `urn:payments:${charge.id}`,
      serverReferenceCode: `onde-${charge.id}`,
    },
    paymentStatus: paymentStatusOf(charge),
    paymentCreationDate: new Date(charge.createdAt).toISOString(),
    ...(charge.status === 'paid' ? { paymentDate: new Date(charge.updatedAt).toISOString() } : {}),
    ...(record.sink?.startsWith('https:') ? { sink: record.sink } : {}),
  }
}

/** A JSON number in units of money, as cents; undefined for a fraction of one. */
export function minorOf(value: number): number | undefined {
  const text = value.toFixed(3)
  return text.endsWith('0') ? Number(text.slice(0, -1).replace('.', '')) : undefined
}
