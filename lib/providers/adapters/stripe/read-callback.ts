import { secretsOf } from '../../account-settings.ts'
import { headerOf, jsonOf, plainReply, refusedReading } from '../../callback-message.ts'
import type { AccountContext, CallbackMessage, CallbackReading, Observation, Trust } from '../../provider.ts'
import { type StripeSession, stripeEvent, stripeIntent, stripeSession } from './stripe-objects.ts'
import { correlatorIn, isOfSavedCard, observationOfIntent, observationOfSession } from './stripe-observation.ts'
import { stripeSettings } from './stripe-settings.ts'
import { checkStripeSignature } from './stripe-signature.ts'

type Event = Readonly<{ id: string; type: string; livemode: boolean; object: unknown }>
type Read = Readonly<{ trust: Trust; observations: readonly Observation[] }>

const nothing: Read = { trust: 'signed', observations: [] }

/**
 * Reads a signed event. Anything about another sale of the same Stripe account, or of a kind we do not follow, is
 * answered 200 and moves nothing. Refunds and disputes name no total of what is gone: Stripe is asked for it.
 */
export function readStripeCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  const settings = stripeSettings(account)
  if (message.method !== 'POST') return refusedReading(405, 'POST only')
  const header = headerOf(message, 'stripe-signature') ?? ''
  const signed = { header, body: message.body, now: message.receivedAt }
  const verdict = checkStripeSignature(signed, secretsOf(settings))
  if (verdict === 'forged') return refusedReading(401, 'Signature refused')
  if (verdict === 'stale') return refusedReading(400, 'Signed too long ago')
  const event = stripeEvent.safeParse(jsonOf(message.body))
  if (!event.success) return refusedReading(400, 'Event not understood')
  const { id, type, livemode, data } = event.data
  if (livemode !== (account.mode === 'live')) return refusedReading(403, 'Event of the other mode')
  const about = { account, at: message.receivedAt }
  const read = readEvent({ id, type, livemode, object: data.object }, about)
  return { kind: 'read', ...read, reply: () => plainReply(200, 'OK') }
}

type About = Readonly<{ account: AccountContext; at: number }>

function readEvent(event: Event, about: About): Read {
  if (event.type.startsWith('checkout.session.')) return readSession(event, about)
  if (event.type.startsWith('payment_intent.')) return readIntent(event, about)
  if (event.type === 'charge.refunded' || event.type.startsWith('charge.dispute.')) return readReversal(event, about)
  return nothing
}

function readSession({ id, type, livemode, object }: Event, { account, at }: About): Read {
  const read = stripeSession.safeParse(object)
  if (!read.success || read.data.livemode !== livemode) return nothing
  const session = read.data
  if ((session.client_reference_id ?? correlatorIn(session)) === undefined) return nothing
  const observation = observationOfSession(session, { account, eventId: `stripe:${id}`, at })
  if (type === 'checkout.session.async_payment_failed') {
    return {
      trust: 'signed',
      observations: [{ ...observation, state: 'failed', amount: undefined, failure: 'declined' }],
    }
  }
  return { trust: trustOf(session), observations: [observation] }
}

/** An event does not tell which card was kept: where the payer wanted one kept, Stripe is asked. */
function trustOf(session: StripeSession): Trust {
  return session.payment_status === 'paid' && session.metadata?.['keeps'] === 'yes' ? 'hint' : 'signed'
}

/** Payments with a saved card; those of a session are told by the session itself. */
function readIntent({ id, livemode, object }: Event, { account, at }: About): Read {
  const read = stripeIntent.safeParse(object)
  if (!read.success || read.data.livemode !== livemode || !isOfSavedCard(read.data)) return nothing
  return { trust: 'signed', observations: [observationOfIntent(read.data, { account, eventId: `stripe:${id}`, at })] }
}

function readReversal({ id, object, livemode }: Event, { at }: About): Read {
  const intent = (object as { payment_intent?: unknown }).payment_intent
  if (typeof intent !== 'string' || !/^pi_\w+$/.test(intent)) return nothing
  return {
    trust: 'hint',
    observations: [
      {
        eventId: `stripe:${id}`,
        reference: intent,
        correlator: undefined,
        state: 'pending',
        amount: undefined,
        isTest: !livemode,
        at,
      },
    ],
  }
}
