import { createHmac } from 'node:crypto'
import type { ChargeStatus } from '../../company-store.ts'
import type { Told, Wire } from '../wire.ts'
import { useOf } from './stripe-cards.ts'
import { intentOf, sessionOf } from './stripe-objects.ts'

const types: Partial<Record<ChargeStatus, string>> = {
  confirming: 'checkout.session.completed',
  declined: 'checkout.session.async_payment_failed',
  cancelled: 'checkout.session.expired',
  expired: 'checkout.session.expired',
}

const savedTypes: Partial<Record<ChargeStatus, string>> = {
  confirming: 'payment_intent.processing',
  paid: 'payment_intent.succeeded',
  declined: 'payment_intent.payment_failed',
  cancelled: 'payment_intent.canceled',
  expired: 'payment_intent.canceled',
}

/** A signed event; undefined for what Stripe tells nobody. */
export function stripeWire({ charge, merchant, event, status, isReversal, now }: Told): Wire | undefined {
  const dispute = {
    id: `dp_${charge.id}`,
    object: 'dispute',
    charge: `ch_${charge.id}`,
    payment_intent: `pi_${charge.id}`,
  }
  const isSaved = useOf(charge) !== undefined
  const sessionType = status === 'paid' ? paidType(charge.payer) : types[status]
  const type = isReversal ? 'charge.dispute.created' : isSaved ? savedTypes[status] : sessionType
  if (type === undefined) return undefined
  const body = JSON.stringify({
    id: event.id,
    object: 'event',
    type,
    livemode: charge.mode === 'live',
    data: { object: isReversal ? dispute : isSaved ? intentOf(charge, { status }) : sessionOf(charge, status) },
  })
  const seconds = Math.floor(now / 1000)
  const secret = merchant.account.settings['secret'] ?? ''
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  const headers = { 'content-type': 'application/json', 'stripe-signature': `t=${seconds},v1=${signature}` }
  return { url: charge.callbackUrl, headers, body }
}

/** Methods that take their time complete the session first and succeed later. */
function paidType(payer: string | null): string {
  return payer === 'card:late' ? 'checkout.session.async_payment_succeeded' : 'checkout.session.completed'
}
