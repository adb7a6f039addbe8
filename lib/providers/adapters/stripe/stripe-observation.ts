import type { AccountContext, Instrument, Observation } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import { intentState, type StripeIntent, type StripeSession, sessionState, stripeMoney } from './stripe-objects.ts'

export type Told = Readonly<{ account: AccountContext; eventId: string; at: number; reversedMinor?: number }>

/** Which of our charges a payment is for; undefined for what was sold elsewhere through the same Stripe account. */
export function correlatorIn(object: Pick<StripeIntent, 'metadata'>): string | undefined {
  return object.metadata?.['correlator']
}

/**
 * What a session says of its charge; the session's id is the charge's reference throughout.
 *
 * @throws ProviderSilent when it was paid in a currency we do not keep.
 */
export function observationOfSession(session: StripeSession, told: Told): Observation {
  const state = sessionState(session)
  const amount = stripeMoney(session.amount_total, session.currency)
  if (state === 'paid' && !amount) throw new ProviderSilent('Stripe named no amount that we keep')
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : undefined
  const keeps = session.metadata?.['keeps'] === 'yes' && intent ? instrumentIn(intent) : undefined
  return {
    ...commonOf(told),
    reference: session.id,
    correlator: session.client_reference_id ?? correlatorIn(session),
    state,
    amount: state === 'paid' ? amount : undefined,
    isTest: !session.livemode,
    ...(keeps ? { instrument: keeps } : {}),
  }
}

/** What a PaymentIntent says. One that belongs to a session is known by our correlator: its reference is another. */
export function observationOfIntent(intent: StripeIntent, told: Told): Observation {
  const state = intentState(intent)
  const amount = stripeMoney(intent.amount_received, intent.currency)
  if (state === 'paid' && !amount) throw new ProviderSilent('Stripe named no amount that we keep')
  const isOwn = isOfSavedCard(intent)
  return {
    ...commonOf(told),
    reference: isOwn ? intent.id : undefined,
    correlator: correlatorIn(intent),
    // Inside a session a refused card may be followed by another.
    state: state === 'failed' && !isOwn ? 'awaiting_payer' : state,
    amount: state === 'paid' ? amount : undefined,
    isTest: !intent.livemode,
    ...(state === 'failed' && isOwn ? { failure: 'declined' as const } : {}),
  }
}

export function isOfSavedCard(intent: Pick<StripeIntent, 'metadata'>): boolean {
  return intent.metadata?.['opened'] === 'saved'
}

function commonOf({ eventId, at, reversedMinor = 0 }: Told) {
  return { eventId, at, ...(reversedMinor > 0 ? { reversedMinor } : {}) }
}

function instrumentIn({ payment_method: method }: StripeIntent): Instrument | undefined {
  if (typeof method !== 'object' || !method?.card || !method.customer) return undefined
  const { brand, last4, exp_month, exp_year } = method.card
  const name = brand.charAt(0).toUpperCase() + brand.slice(1)
  return {
    reference: `${method.customer}/${method.id}`,
    label: `${name} •••• ${last4}`,
    expiresAt: Date.UTC(exp_year, exp_month, 1),
  }
}
