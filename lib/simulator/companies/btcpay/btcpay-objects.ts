import { decimalAmount, money } from '../../../money/money.ts'
import { second } from '../../../time/time.ts'
import { chargeLifetime } from '../../charge-lifetime.ts'
import type { ChargeStatus, CompanyCharge } from '../../company-store.ts'
import type { Merchant } from '../../merchants.ts'
import { pageOf } from '../company-page.ts'
import { findRecord } from '../company-records.ts'

export const company = 'btcpay'
/** What a bitcoin costs in the demonstration. */
const centsPerBitcoin = 6_400_000

/** What a merchant wrote on its invoice, and the Lightning request made for it. */
export type InvoiceRecord = Readonly<{ metadata: Readonly<Record<string, unknown>>; checkout: unknown; bolt11: string }>

const states: Readonly<Record<ChargeStatus, readonly [status: string, additional: string]>> = {
  open: ['New', 'None'],
  reserved: ['New', 'None'],
  confirming: ['Processing', 'None'],
  paid: ['Settled', 'None'],
  declined: ['Invalid', 'Marked'],
  cancelled: ['Invalid', 'Marked'],
  expired: ['Expired', 'None'],
}

export function recordOf({ id }: Pick<CompanyCharge, 'id'>): InvoiceRecord | undefined {
  return findRecord<InvoiceRecord>(company, id)
}

/** An invoice as the Greenfield description has it. */
export function invoiceOf(charge: CompanyCharge, { account }: Merchant) {
  const [status, additionalStatus] = states[charge.status]
  const record = recordOf(charge)
  const amount = decimalAmount(money(charge.amountMinor, charge.currency))
  const expiresAt = charge.createdAt + chargeLifetime
  return {
    id: charge.id,
    storeId: account.settings['storeId'],
    amount,
    paidAmount: status === 'Settled' || status === 'Processing' ? amount : '0.00',
    currency: charge.currency,
    type: 'Standard',
    checkoutLink: pageOf(charge),
    createdTime: Math.floor(charge.createdAt / second),
    expirationTime: Math.floor(expiresAt / second),
    monitoringExpiration: Math.floor(expiresAt / second) + 24 * 3600,
    status,
    additionalStatus,
    availableStatusesForManualMarking: status === 'New' ? ['Settled', 'Invalid'] : [],
    archived: false,
    metadata: record?.metadata ?? {},
    checkout: record?.checkout ?? {},
  }
}

/** How an invoice can be paid: by its Lightning request. */
export function paymentMethodsOf(charge: CompanyCharge) {
  const bitcoins = (satsOf(charge) / 1e8).toFixed(8)
  const hasPaid = charge.status === 'paid' || charge.status === 'confirming'
  const bolt11 = recordOf(charge)?.bolt11 ?? ''
  return [
    {
      paymentMethodId: 'BTC-LN',
      currency: 'BTC',
      destination: bolt11,
      paymentLink: `lightning:${bolt11}`,
      rate: (centsPerBitcoin / 100).toFixed(2),
      paymentMethodPaid: hasPaid ? bitcoins : '0',
      totalPaid: hasPaid ? bitcoins : '0',
      due: hasPaid ? '0' : bitcoins,
      amount: bitcoins,
      paymentMethodFee: '0',
      payments: [],
      activated: true,
      additionalData: {},
    },
  ]
}

/** The price in the smallest part of a bitcoin, rounded up. */
export function satsOf({ amountMinor }: Pick<CompanyCharge, 'amountMinor'>): number {
  return Math.ceil((amountMinor * 1e8) / centsPerBitcoin)
}

/** What the payer's wallet reads. */
export function lightningOf(charge: CompanyCharge): Readonly<{ sats: number; bolt11: string }> {
  return { sats: satsOf(charge), bolt11: recordOf(charge)?.bolt11 ?? '' }
}
