import { config } from '../../../config/env.ts'
import { type ChargeStatus, type CompanyCharge, findCharge } from '../../company-store.ts'
import { isKeeping, methodOf, useOf } from './stripe-cards.ts'

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
    metadata: { correlator: charge.correlator, ...(isKeeping(charge) ? { keeps: 'yes' } : {}) },
    payment_intent: isOpen ? null : `pi_${charge.id}`,
  }
}

const sessionIntents: Partial<Record<ChargeStatus, string>> = { paid: 'succeeded', confirming: 'processing' }
const savedIntents: Partial<Record<ChargeStatus, string>> = {
  ...sessionIntents,
  open: 'requires_confirmation',
  reserved: 'requires_action',
  declined: 'requires_payment_method',
}

type Shown = Readonly<{ status?: ChargeStatus; refundedMinor?: number; isExpanded?: boolean }>

/** A PaymentIntent, of a session or of a card that was kept, with the charge at a card. */
export function intentOf(charge: CompanyCharge, shown: Shown = {}) {
  const { status = charge.status, refundedMinor = 0, isExpanded = false } = shown
  const isPaid = status === 'paid'
  const isSaved = useOf(charge) !== undefined
  const method = methodOf(charge)
  const page = `${config().origin}/simulator/company/${charge.id}`
  return {
    id: `pi_${charge.id}`,
    object: 'payment_intent',
    status: (isSaved ? savedIntents : sessionIntents)[status] ?? 'canceled',
    amount_received: isPaid ? charge.amountMinor : 0,
    currency: charge.currency.toLowerCase(),
    livemode: charge.mode === 'live',
    metadata: { correlator: charge.correlator, opened: isSaved ? 'saved' : 'session' },
    next_action:
      isSaved && status === 'reserved'
        ? { type: 'redirect_to_url', redirect_to_url: { url: page, return_url: charge.returnUrl } }
        : null,
    payment_method: isExpanded ? method : method.id,
    latest_charge: isPaid
      ? { id: `ch_${charge.id}`, amount_refunded: refundedMinor, disputed: charge.reversedMinor > 0 }
      : null,
  }
}

/** The charge that an id of Stripe's kind is about. */
export function chargeOfId(id: string): CompanyCharge | undefined {
  return findCharge(id.replace(/^(cs_test_|cs_live_|pi_|ch_)/, ''))
}
