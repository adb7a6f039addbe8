import { z } from 'zod'
import type { Currency } from '../../../money/money.ts'
import type { ChargeState } from '../../../money/rails.ts'
import { moneyOfJson } from '../../json-money.ts'
import type { AccountContext, Observation } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'

/** A payment of the classic interface, as far as we read it. */
export const paysafecardPayment = z.object({
  object: z.literal('PAYMENT'),
  id: z.string().min(1).max(120),
  status: z.enum([
    'INITIATED',
    'REDIRECTED',
    'AUTHORIZED',
    'SUCCESS',
    'CANCELED_MERCHANT',
    'CANCELED_CUSTOMER',
    'EXPIRED',
  ]),
  amount: z.number().positive(),
  currency: z.string(),
  redirect: z.object({ auth_url: z.string().optional() }).optional(),
})
export type PaysafecardPayment = z.output<typeof paysafecardPayment>

const states: Readonly<Record<PaysafecardPayment['status'], ChargeState>> = {
  INITIATED: 'awaiting_payer',
  REDIRECTED: 'awaiting_payer',
  AUTHORIZED: 'authorized',
  SUCCESS: 'paid',
  CANCELED_MERCHANT: 'cancelled',
  CANCELED_CUSTOMER: 'cancelled',
  EXPIRED: 'expired',
}

type Parts = Readonly<{ merchantId: string; correlator: string; currency: Currency }>

/** The id of a payment: our `Correlation-ID` is its middle, so it is known before it is answered. */
export function paymentIdOf({ merchantId, correlator, currency }: Parts): string {
  return `pay_${merchantId}_${correlator}_${currency}`
}

export function correlatorOf(paymentId: string, { merchantId }: Pick<Parts, 'merchantId'>): string | undefined {
  const [, merchant, correlator] = /^pay_(\d{10})_([\w-]{1,60})_[A-Z]{3}$/.exec(paymentId) ?? []
  return merchant === merchantId ? correlator : undefined
}

/** @throws ProviderSilent when it was paid in a currency we do not keep. */
export function observationOf(
  payment: PaysafecardPayment,
  about: Readonly<{ account: AccountContext; correlator: string; at: number }>,
): Observation {
  const state = states[payment.status]
  const amount = moneyOfJson(payment)
  if (!amount) throw new ProviderSilent('paysafecard named no amount that we keep')
  return {
    eventId: `asked:${payment.id}:${payment.status}`,
    reference: payment.id,
    correlator: about.correlator,
    state,
    amount: state === 'paid' ? amount : undefined,
    // The two systems have addresses and keys of their own; a payment does not say in which it was made.
    isTest: about.account.mode === 'test',
    at: about.at,
  }
}
