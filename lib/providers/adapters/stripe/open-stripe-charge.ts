import { minute } from '../../../time/time.ts'
import { UnusableAccount } from '../../account-settings.ts'
import type { ChargeOpening, ChargeRequest } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import { callStripe, objectIn, refusalOf, type StripeAnswer } from './stripe-client.ts'
import { savedCardOf, stripeIntent, stripeSession } from './stripe-objects.ts'
import { correlatorIn, observationOfIntent } from './stripe-observation.ts'
import { stripeSettings } from './stripe-settings.ts'

/** Stripe keeps a session open for half an hour at least. */
const sessionLife = 31 * minute

/**
 * Opens a Checkout session, or charges a card the payer saved and has just agreed to use again. Our correlator is the
 * idempotency key, so a repeated request is the same one.
 *
 * Source: Stripe's interface as its SDK 23.1.0 describes it, grade A.
 */
export async function openStripeCharge(request: ChargeRequest): Promise<ChargeOpening> {
  return request.savedInstrument === undefined
    ? openSession(request)
    : payWithSavedCard(request, request.savedInstrument)
}

async function openSession(request: ChargeRequest): Promise<ChargeOpening> {
  const { account, correlator } = request
  const settings = stripeSettings(account)
  const fields = sessionFields(request)
  const answer = await callStripe({
    settings,
    method: 'POST',
    path: 'checkout/sessions',
    fields,
    idempotencyKey: correlator,
  })
  const refused = refusedOpening(answer, request)
  if (refused) return refused
  const session = objectIn(answer, stripeSession)
  const isOurs = session.client_reference_id === correlator && session.livemode === (account.mode === 'live')
  if (!isOurs || !session.url || !/^https?:\/\//.test(session.url)) {
    throw new ProviderSilent('Stripe answered about another session')
  }
  return { kind: 'redirect', reference: session.id, url: session.url }
}

function sessionFields({ correlator, amount, description, returnUrl, locale, saveInstrument, now }: ChargeRequest) {
  return {
    mode: 'payment',
    client_reference_id: correlator,
    'metadata[correlator]': correlator,
    'payment_intent_data[metadata][correlator]': correlator,
    'payment_intent_data[metadata][opened]': 'session',
    'payment_intent_data[description]': description,
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': amount.currency.toLowerCase(),
    'line_items[0][price_data][unit_amount]': String(amount.minor),
    'line_items[0][price_data][product_data][name]': description,
    // The payer is billed what our page said, in the currency it said.
    'adaptive_pricing[enabled]': 'false',
    success_url: returnUrl,
    cancel_url: returnUrl,
    expires_at: String(Math.floor((now + sessionLife) / 1000)),
    locale,
    ...(saveInstrument
      ? {
          'metadata[keeps]': 'yes',
          customer_creation: 'always',
          'payment_intent_data[setup_future_usage]': 'on_session',
        }
      : {}),
  }
}

async function payWithSavedCard(request: ChargeRequest, instrument: string): Promise<ChargeOpening> {
  const { account, correlator, amount, description, returnUrl, now } = request
  const card = savedCardOf(instrument)
  if (!card) return { kind: 'refused', failure: 'unknown' }
  const answer = await callStripe({
    settings: stripeSettings(account),
    method: 'POST',
    path: 'payment_intents',
    fields: {
      amount: String(amount.minor),
      currency: amount.currency.toLowerCase(),
      customer: card.customer,
      payment_method: card.method,
      confirm: 'true',
      // The payer is here and has pressed the button: a bank that asks for more may be answered.
      off_session: 'false',
      return_url: returnUrl,
      description,
      'metadata[correlator]': correlator,
      'metadata[opened]': 'saved',
    },
    idempotencyKey: correlator,
  })
  const refused = refusedOpening(answer, request)
  if (refused) return refused
  // A card that Stripe does not have any more, detached in its own panel for instance: no payment was made.
  if (/^(resource_missing|payment_method_)/.test(answer.problem?.code ?? ''))
    return { kind: 'refused', failure: 'unknown' }
  const intent = objectIn(answer, stripeIntent)
  const isOurs = correlatorIn(intent) === correlator && intent.livemode === (account.mode === 'live')
  if (!isOurs) throw new ProviderSilent('Stripe answered about another payment')
  const page = intent.next_action?.redirect_to_url?.url
  if (intent.status === 'requires_action' && page && /^https?:\/\//.test(page)) {
    return { kind: 'redirect', reference: intent.id, url: page }
  }
  if (intent.status === 'requires_payment_method') return { kind: 'refused', failure: 'declined' }
  const told = { account, eventId: `opened:${intent.id}:${intent.status}`, at: now }
  return { kind: 'observed', observation: observationOfIntent(intent, told) }
}

function refusedOpening({ status, problem }: StripeAnswer, { account }: ChargeRequest): ChargeOpening | undefined {
  if (!problem) return undefined
  if (status === 401) throw new UnusableAccount(account.accountId, 'apiKey: Stripe does not know this key.')
  const failure = refusalOf(problem)
  return failure === undefined ? undefined : { kind: 'refused', failure }
}
