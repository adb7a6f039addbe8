import { z } from 'zod'
import type { Observation, ReferenceRequest, RefundObservation, RefundRequest } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'
import { callStripe, objectIn } from './stripe-client.ts'
import {
  type StripeIntent,
  type StripeSession,
  stripeDispute,
  stripeIntent,
  stripeRefund,
  stripeSession,
} from './stripe-objects.ts'
import { correlatorIn, observationOfIntent, observationOfSession } from './stripe-observation.ts'
import { type StripeSettings, stripeSettings } from './stripe-settings.ts'

type Found = Readonly<{ session?: StripeSession; intent?: StripeIntent }>

/**
 * What Stripe says now, with what was taken back since. A charge whose reference was lost with Stripe's answer is
 * searched by our correlator.
 */
export async function fetchStripeCharge(request: ReferenceRequest): Promise<Observation> {
  return observe(await find(request), request)
}

/** Closes the page the payer was sent to; what is paid already stays paid, and is told as such. */
export async function cancelStripeCharge(request: ReferenceRequest): Promise<Observation> {
  const { reference } = request
  const path = reference.startsWith('cs_')
    ? `checkout/sessions/${encodeURIComponent(reference)}/expire`
    : `payment_intents/${encodeURIComponent(reference)}/cancel`
  await callStripe({ settings: stripeSettings(request.account), method: 'POST', path, fields: {} })
  return fetchStripeCharge(request)
}

async function find({ account, reference, correlator }: ReferenceRequest): Promise<Found> {
  const settings = stripeSettings(account)
  const found = await load(settings, reference === '' ? await searchIntent(settings, correlator) : reference)
  const object = found.session ?? found.intent
  const ours = found.session?.client_reference_id ?? (object && correlatorIn(object))
  // The same Stripe account may sell other things: they are not ours to book.
  if (!object || ours === undefined || (correlator !== '' && ours !== correlator)) {
    throw new ProviderSilent('Stripe answered about another charge')
  }
  if (object.livemode !== (account.mode === 'live')) throw new ProviderSilent('Stripe answered in the other mode')
  return found
}

async function load(settings: StripeSettings, reference: string): Promise<Found> {
  const isSession = reference.startsWith('cs_')
  const within = isSession ? 'payment_intent.' : ''
  const answer = await callStripe({
    settings,
    method: 'GET',
    path: `${isSession ? 'checkout/sessions' : 'payment_intents'}/${encodeURIComponent(reference)}`,
    fields: { 'expand[0]': `${within}latest_charge`, 'expand[1]': `${within}payment_method` },
  })
  if (!isSession) return { intent: objectIn(answer, stripeIntent) }
  const session = objectIn(answer, stripeSession)
  const intent = session.payment_intent
  return typeof intent === 'object' && intent !== null ? { session, intent } : { session }
}

async function searchIntent(settings: StripeSettings, correlator: string): Promise<string> {
  if (!/^[\w-]{8,80}$/.test(correlator)) throw new ProviderSilent('Nothing to search Stripe for')
  const query = `metadata['correlator']:'${correlator}'`
  const answer = await callStripe({ settings, method: 'GET', path: 'payment_intents/search', fields: { query } })
  const [found] = objectIn(answer, z.object({ data: z.array(z.object({ id: z.string() })) })).data
  if (!found) throw new ProviderSilent('Stripe has no payment of that correlator')
  return found.id
}

async function observe({ session, intent }: Found, request: ReferenceRequest): Promise<Observation> {
  const { account, now: at } = request
  const reversedMinor = intent ? await reversedOf(intent, stripeSettings(account)) : 0
  const status = session ? `${session.status}:${session.payment_status}` : intent?.status
  const told = { account, eventId: `asked:${session?.id ?? intent?.id}:${status}:${reversedMinor}`, at, reversedMinor }
  if (session) return observationOfSession(session, told)
  if (intent) return observationOfIntent(intent, told)
  throw new ProviderSilent('Stripe answered nothing')
}

/** Disputes that took the money, until they are won, and refunds made elsewhere than here. */
async function reversedOf(intent: StripeIntent, settings: StripeSettings): Promise<number> {
  const charge = intent.latest_charge
  if (typeof charge !== 'object' || charge === null) return 0
  const about = { charge: charge.id, limit: '100' }
  const disputes = charge.disputed ? await list(settings, { path: 'disputes', about, shape: stripeDispute }) : []
  const refunds =
    charge.amount_refunded > 0 ? await list(settings, { path: 'refunds', about, shape: stripeRefund }) : []
  const taken = disputes.filter(({ status }) => !/^(won|prevented|warning_)/.test(status))
  const foreign = refunds.filter(({ status, metadata }) => status === 'succeeded' && metadata?.['refund'] === undefined)
  return [...taken, ...foreign].reduce((sum, { amount }) => sum + amount, 0)
}

type Listing<Shape extends z.ZodType> = Readonly<{
  path: string
  about: Readonly<Record<string, string>>
  shape: Shape
}>

async function list<Shape extends z.ZodType>(settings: StripeSettings, { path, about, shape }: Listing<Shape>) {
  const answer = await callStripe({ settings, method: 'GET', path, fields: about })
  return objectIn(answer, z.object({ data: z.array(shape) })).data
}

/**
 * Gives money back, once for each of our refunds: the idempotency key covers the first weeks, and the refund's own mark
 * whatever comes later.
 */
export async function refundStripeCharge(request: RefundRequest): Promise<RefundObservation> {
  const { account, reference, amount, refundId } = request
  const settings = stripeSettings(account)
  const { intent } = await load(settings, reference)
  const charge = typeof intent?.latest_charge === 'object' ? intent.latest_charge?.id : intent?.latest_charge
  if (!charge) return { state: 'refused', reference: refundId }
  const about = { charge, limit: '100' }
  const known = await list(settings, { path: 'refunds', about, shape: stripeRefund })
  const same = known.find(({ metadata }) => metadata?.['refund'] === refundId)
  if (same) return refundObservation(same)
  const answer = await callStripe({
    settings,
    method: 'POST',
    path: 'refunds',
    fields: { charge, amount: String(amount.minor), 'metadata[refund]': refundId },
    idempotencyKey: `refund-${refundId}`,
  })
  if (answer.status === 400 || answer.status === 402) return { state: 'refused', reference: refundId }
  return refundObservation(objectIn(answer, stripeRefund))
}

function refundObservation({ id, status }: z.output<typeof stripeRefund>): RefundObservation {
  const state = status === 'succeeded' ? 'done' : status === 'failed' || status === 'canceled' ? 'refused' : 'pending'
  return { state, reference: id }
}
