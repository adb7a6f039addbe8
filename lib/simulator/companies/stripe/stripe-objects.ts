import { type ChargeStatus, type CompanyCharge, findCharge } from '../../company-store.ts'

/** A Checkout session as Stripe describes it; its id, like those of what it leads to, contains the charge's. */
export function sessionOf(charge: CompanyCharge, status: ChargeStatus = charge.status) {
  const isOpen = status === 'open' || status === 'reserved'
  const isOver = status === 'expired' || status === 'cancelled' || status === 'declined'
  return {
    id: `cs_test_${charge.id}`,
    object: 'checkout.session',
    client_reference_id: charge.correlator,
    status: isOpen ? 'open' : isOver ? 'expired' : 'complete',
    payment_status: status === 'paid' ? 'paid' : 'unpaid',
    amount_total: charge.amountMinor,
    currency: charge.currency.toLowerCase(),
    livemode: charge.mode === 'live',
    metadata: { correlator: charge.correlator },
    payment_intent: isOpen ? null : `pi_${charge.id}`,
  }
}

/** Its PaymentIntent, with the charge at a card. */
export function intentOf(charge: CompanyCharge, refundedMinor: number) {
  const isPaid = charge.status === 'paid'
  return {
    id: `pi_${charge.id}`,
    object: 'payment_intent',
    status: isPaid ? 'succeeded' : charge.status === 'confirming' ? 'processing' : 'canceled',
    amount_received: isPaid ? charge.amountMinor : 0,
    currency: charge.currency.toLowerCase(),
    livemode: charge.mode === 'live',
    metadata: { correlator: charge.correlator, opened: 'session' },
    latest_charge: isPaid
      ? { id: `ch_${charge.id}`, amount_refunded: refundedMinor, disputed: charge.reversedMinor > 0 }
      : null,
  }
}

/** The charge that an id of Stripe's kind is about. */
export function chargeOfId(id: string): CompanyCharge | undefined {
  return findCharge(id.replace(/^(cs_test_|cs_live_|pi_|ch_)/, ''))
}
