import { randomInt } from 'node:crypto'
import { localeOr } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { type Millis, minute } from '../time/time.ts'
import { chargeLifetime } from './charge-lifetime.ts'
import { addRefund, type CompanyCharge, findCharge, updateCharge } from './company-store.ts'
import { cancelDue, schedule } from './due-store.ts'
import { type Handset, refusalOf, type Trouble } from './handset.ts'
import { billHandset, handsetOf, reverseBill } from './handset-store.ts'
import { companyOf } from './merchants.ts'
import { recordEvent, tellMerchant } from './tell-merchant.ts'

const reversalDelay = minute

export function newPin(): string {
  return String(randomInt(0, 10_000)).padStart(4, '0')
}

export function isOver({ status }: CompanyCharge): boolean {
  return ['paid', 'declined', 'cancelled', 'expired'].includes(status)
}

type Confirmation = Readonly<{
  charge: CompanyCharge
  payer: string
  troubles: readonly Trouble[]
  now: Millis
  delayMinutes?: number
}>

/**
 * Collects a charge its payer has agreed to, in the way the trouble asked for makes it go: at once, later, silently,
 * told twice, or taken back afterwards.
 */
export async function collectCharge(confirmation: Confirmation): Promise<CompanyCharge> {
  const { charge, payer, troubles, now } = confirmation
  if (now > charge.createdAt + chargeLifetime)
    return closeCharge(charge, { status: 'expired', reason: 'out_of_time', now })
  if (troubles.includes('late')) {
    const waiting = updateCharge(charge, { status: 'confirming', payer, now })
    schedule('finish_charge', charge.id, now + (confirmation.delayMinutes ?? 20) * minute)
    await tellMerchant(recordEvent(waiting, { now }), now)
    return waiting
  }
  return finishCharge({ charge, payer, troubles, now })
}

/** Companies whose merchants take the money themselves, once its payer has set it aside. */
const captured: readonly (string | undefined)[] = ['paysafecard']

/** The money is there, or set aside where its merchant has to take it. */
export async function finishCharge({ charge, payer, troubles, now }: Omit<Confirmation, 'delayMinutes'>) {
  if (charge.status === 'paid') return charge
  const isCaptured = captured.includes(companyOf(charge))
  const paid = updateCharge(charge, { status: isCaptured ? 'reserved' : 'paid', reason: null, payer, now })
  if (isCaptured) {
    cancelDue('expire_charge', charge.id)
    schedule('expire_charge', charge.id, now + chargeLifetime)
  }
  billPayer(paid, now)
  const isLost = troubles.includes('lost')
  const event = recordEvent(paid, { now, isLost })
  if (!isLost) await tellMerchant(event, now)
  if (troubles.includes('repeated')) await tellMerchant(event, now)
  if (troubles.includes('duplicate')) await tellMerchant(recordEvent(paid, { now }), now)
  if (troubles.includes('reversed')) schedule('reverse_charge', charge.id, now + reversalDelay)
  return paid
}

function billPayer(charge: CompanyCharge, now: Millis): void {
  if (charge.product !== 'carrier_billing' || charge.msisdn === null) return
  const label = translate(localeOr(charge.locale), 'simulator')('billPurchase', { what: charge.description })
  const { msisdn, amountMinor, currency } = charge
  billHandset({ msisdn, label, amountMinor, currency, chargeId: charge.id, at: now })
}

type Closing = Readonly<{ status: 'declined' | 'cancelled' | 'expired'; reason: string; now: Millis }>

/** Ends a charge without money. */
export async function closeCharge(charge: CompanyCharge, { status, reason, now }: Closing): Promise<CompanyCharge> {
  if (isOver(charge)) return charge
  const closed = updateCharge(charge, { status, reason, now })
  await tellMerchant(recordEvent(closed, { now }), now)
  return closed
}

/** The payer's operator or bank takes back what was paid. */
export async function reverseCharge(id: string, now: Millis): Promise<void> {
  const charge = findCharge(id)
  if (charge?.status !== 'paid' || charge.reversedMinor > 0) return
  const reversed = updateCharge(charge, { reversedMinor: charge.amountMinor, now })
  reverseBill(charge.id, charge.amountMinor)
  await tellMerchant(recordEvent(reversed, { now }), now)
}

/** Gives money back at the merchant's wish. Refunds do not count as reversals: the merchant knows of them. */
export function refundCharge(
  charge: CompanyCharge,
  refund: Readonly<{ id: string; amountMinor: number }>,
): 'done' | 'refused' {
  if (charge.status !== 'paid' || charge.product === 'premium_call') return 'refused'
  const total = addRefund({ ...refund, chargeId: charge.id, mostMinor: charge.amountMinor - charge.reversedMinor })
  if (total === undefined) return 'refused'
  reverseBill(charge.id, total)
  return 'done'
}

/** Consent on the operator's page. */
export async function consentToCharge(
  charge: CompanyCharge,
  { msisdn, pin, now }: Readonly<{ msisdn: string; pin: string | undefined; now: Millis }>,
): Promise<CompanyCharge | 'wrong_pin'> {
  if (isOver(charge)) return charge
  if (charge.pin !== null && charge.pin !== pin?.trim()) return 'wrong_pin'
  const handset: Handset = handsetOf(charge.msisdn ?? msisdn)
  const known = updateCharge(charge, { msisdn: handset.msisdn, now })
  const refusal = refusalOf(handset, charge.amountMinor)
  if (refusal) return closeCharge(known, { status: 'declined', reason: refusal, now })
  const { troubles, delayMinutes } = handset
  return collectCharge({ charge: known, payer: `acr:${handset.msisdn}`, troubles, now, delayMinutes })
}
