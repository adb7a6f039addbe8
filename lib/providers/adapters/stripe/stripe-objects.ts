import { z } from 'zod'
import { isCurrency, type Money, money } from '../../../money/money.ts'
import type { ChargeState } from '../../../money/rails.ts'

const metadata = z.record(z.string(), z.string()).nullish()

const charge = z.object({
  id: z.string(),
  amount_refunded: z.int().nonnegative().default(0),
  disputed: z.boolean().default(false),
})
const card = z.object({
  brand: z.string(),
  last4: z.string(),
  exp_month: z.int().min(1).max(12),
  exp_year: z.int(),
})
const paymentMethod = z.object({ id: z.string(), customer: z.string().nullish(), card: card.nullish() })

/** A PaymentIntent, as far as we read it. */
export const stripeIntent = z.object({
  id: z.string().regex(/^pi_\w+$/),
  status: z.enum([
    'canceled',
    'processing',
    'requires_action',
    'requires_capture',
    'requires_confirmation',
    'requires_payment_method',
    'succeeded',
  ]),
  amount_received: z.int().nonnegative().default(0),
  currency: z.string(),
  livemode: z.boolean(),
  metadata,
  latest_charge: z.union([z.string(), charge]).nullish(),
  payment_method: z.union([z.string(), paymentMethod]).nullish(),
  next_action: z.object({ redirect_to_url: z.object({ url: z.string().nullish() }).nullish() }).nullish(),
})
export type StripeIntent = z.output<typeof stripeIntent>

/** A Checkout session, as far as we read it. */
export const stripeSession = z.object({
  id: z.string().regex(/^cs_\w+$/),
  client_reference_id: z.string().nullish(),
  status: z.enum(['open', 'complete', 'expired']),
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  amount_total: z.int().nonnegative().nullish(),
  currency: z.string().nullish(),
  livemode: z.boolean(),
  metadata,
  url: z.string().nullish(),
  payment_intent: z.union([z.string(), stripeIntent]).nullish(),
})
export type StripeSession = z.output<typeof stripeSession>

export const stripeEvent = z.object({
  id: z.string().regex(/^evt_\w+$/),
  object: z.literal('event'),
  type: z.string(),
  livemode: z.boolean(),
  data: z.object({ object: z.looseObject({ object: z.string() }) }),
})

export const stripeRefund = z.object({ id: z.string(), status: z.string().nullish(), amount: z.int(), metadata })
export const stripeDispute = z.object({ id: z.string(), status: z.string(), amount: z.int() })

/** What a card is kept as: a payment method and the customer that Checkout made for it. */
export function savedCardOf(reference: string): Readonly<{ customer: string; method: string }> | undefined {
  const [, customer, method] = /^(cus_\w+)\/(pm_\w+)$/.exec(reference) ?? []
  return customer === undefined || method === undefined ? undefined : { customer, method }
}

/** Delivered only on `paid`: methods that take days complete a session unpaid. */
export function sessionState({ status, payment_status }: StripeSession): ChargeState {
  if (payment_status === 'paid') return 'paid'
  if (status === 'expired') return 'expired'
  return status === 'complete' ? 'pending' : 'awaiting_payer'
}

const intentStates: Readonly<Record<StripeIntent['status'], ChargeState>> = {
  canceled: 'cancelled',
  processing: 'pending',
  requires_action: 'awaiting_payer',
  requires_capture: 'authorized',
  requires_confirmation: 'awaiting_payer',
  requires_payment_method: 'failed',
  succeeded: 'paid',
}

export function intentState({ status }: StripeIntent): ChargeState {
  return intentStates[status]
}

/** Stripe counts in minor units of a currency written small. */
export function stripeMoney(minor: number | null | undefined, currency: string | null | undefined): Money | undefined {
  const code = currency?.toUpperCase()
  return typeof minor === 'number' && isCurrency(code) ? money(minor, code) : undefined
}
