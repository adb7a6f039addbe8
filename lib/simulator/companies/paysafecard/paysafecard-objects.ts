import { decimalAmount, money } from '../../../money/money.ts'
import type { CompanyCharge } from '../../company-store.ts'
import type { Merchant } from '../../merchants.ts'
import { pageOf } from '../company-page.ts'

/** A payment as the classic interface describes it. */
export function paymentOf(charge: CompanyCharge, merchant: Merchant) {
  const amount = Number(decimalAmount(money(charge.amountMinor, charge.currency)))
  const hasCard = charge.status === 'reserved' || charge.status === 'paid'
  const card = { serial: serialOf(charge), currency: charge.currency, amount, type: '00002', country: 'FR' }
  return {
    object: 'PAYMENT',
    id: paymentIdOf(charge, merchant),
    created: charge.createdAt,
    updated: charge.updatedAt,
    amount,
    currency: charge.currency,
    status: statusOf(charge),
    type: 'PAYSAFECARD',
    redirect: { success_url: charge.returnUrl, failure_url: charge.returnUrl, auth_url: pageOf(charge) },
    notification_url: charge.callbackUrl,
    ...(hasCard ? { card_details: [card] } : {}),
  }
}

export function paymentIdOf({ correlator, currency }: CompanyCharge, { account }: Merchant): string {
  return `pay_${account.settings['merchantId']}_${correlator}_${currency}`
}

/** The serial number printed beside a code, which tells nothing about it. */
export function serialOf({ payer }: CompanyCharge): string {
  return `18885407893${(payer ?? '').replace(/\D/g, '').slice(-4).padStart(5, '0')}`
}

function statusOf({ status, reason }: CompanyCharge): string {
  if (status === 'open') return 'INITIATED'
  if (status === 'confirming') return 'REDIRECTED'
  if (status === 'reserved') return 'AUTHORIZED'
  if (status === 'paid') return 'SUCCESS'
  if (status === 'expired') return 'EXPIRED'
  return reason === 'cancelled_by_payer' ? 'CANCELED_CUSTOMER' : 'CANCELED_MERCHANT'
}
