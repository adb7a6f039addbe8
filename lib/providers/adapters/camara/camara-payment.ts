import { z } from 'zod'
import { currencies, type Money } from '../../../money/money.ts'
import type { ChargeState, FailureCode } from '../../../money/rails.ts'
import { moneyOfJson } from '../../json-money.ts'
import type { AccountContext, Observation } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import type { CamaraSettings } from './camara-settings.ts'

/** `Payment` of the carrier-billing description, as far as we read it. */
export const camaraPayment = z.object({
  paymentId: z.string().min(1).max(200),
  paymentStatus: z.enum(['processing', 'pending_validation', 'denied', 'reserved', 'succeeded', 'cancelled']),
  paymentCreationDate: z.iso.datetime({ offset: true }),
  paymentDate: z.iso.datetime({ offset: true }).optional(),
  validationInfo: z
    .discriminatedUnion('action', [
      z.object({ action: z.literal('open'), validationURL: z.url({ protocol: /^https?$/ }) }),
      z.object({ action: z.literal('validate'), authorizationId: z.string().min(1).max(200) }),
    ])
    .optional(),
  amountTransaction: z.object({
    phoneNumber: z.string().optional(),
    clientCorrelator: z.string().optional(),
    referenceCode: z.string().optional(),
    paymentAmount: z.object({
      chargingInformation: z.object({ amount: z.number().positive(), currency: z.enum(currencies) }),
      chargingMetaData: z.object({ merchantIdentifier: z.string().optional() }).optional(),
    }),
  }),
})
export type CamaraPayment = z.output<typeof camaraPayment>

const states: Readonly<Record<CamaraPayment['paymentStatus'], ChargeState>> = {
  processing: 'pending',
  pending_validation: 'awaiting_payer',
  reserved: 'authorized',
  succeeded: 'paid',
  denied: 'failed',
  cancelled: 'cancelled',
}

/**
 * What a payment says of our charge.
 *
 * @throws ProviderSilent when it is another merchant's or about another charge: an answer to another question.
 */
export function observationOf(
  payment: CamaraPayment,
  about: Readonly<{ account: AccountContext; settings: CamaraSettings; correlator: string; now: number }>,
): Observation {
  const { clientCorrelator, referenceCode, phoneNumber, paymentAmount } = payment.amountTransaction
  const ours = clientCorrelator ?? referenceCode
  if (about.correlator !== '' && ours !== undefined && ours !== about.correlator) {
    throw new ProviderSilent('The operator answered about another charge')
  }
  const merchant = paymentAmount.chargingMetaData?.merchantIdentifier
  const { merchantIdentifier } = about.settings
  if (merchantIdentifier !== undefined && merchant !== undefined && merchant !== merchantIdentifier) {
    throw new ProviderSilent('The operator answered about another merchant')
  }
  const state = states[payment.paymentStatus]
  return {
    eventId: `asked:${payment.paymentId}:${payment.paymentStatus}`,
    reference: payment.paymentId,
    correlator: ours,
    state,
    amount: state === 'paid' ? moneyOf(paymentAmount.chargingInformation) : undefined,
    // The format has no mark for tests: an operator's sandbox has addresses of its own.
    isTest: about.account.mode === 'test',
    ...(phoneNumber === undefined ? {} : { payerAlias: phoneNumber }),
    ...(state === 'failed' ? { failure: 'declined' as const } : {}),
    at: about.now,
  }
}

type Charging = CamaraPayment['amountTransaction']['paymentAmount']['chargingInformation']

/** @throws ProviderSilent for a fraction of a cent, which no bill has. */
export function moneyOf(charging: Charging): Money {
  const read = moneyOfJson(charging)
  if (!read) throw new ProviderSilent('The operator named an amount that is no money')
  return read
}

const failures: Readonly<Record<string, FailureCode>> = {
  'CARRIER_BILLING.USER_AMOUNT_THRESHOLD_OVERPASSED': 'limit_exceeded',
  'CARRIER_BILLING.UNAUTHORIZED_AMOUNT': 'limit_exceeded',
  'CARRIER_BILLING.PAYMENT_DENIED': 'declined',
  SERVICE_NOT_APPLICABLE: 'barred',
  IDENTIFIER_NOT_FOUND: 'barred',
}

/** Why the operator does not bill this line; undefined for what is our own mistake or a passing trouble. */
export function refusalOf(code: string): FailureCode | undefined {
  return failures[code]
}
