import { decimalAmount, money } from '../../../money/money.ts'
import { chargeLifetime } from '../../charge-lifetime.ts'
import { type ChargeStatus, type CompanyCharge, listRefundsOf } from '../../company-store.ts'
import { pageOf } from '../company-page.ts'
import { findRecord } from '../company-records.ts'

export const company = 'mollie'

/** What a merchant said of its own payment, echoed with it. */
export type Marks = Readonly<{ metadata: unknown; locale: string | null }>

const statuses: Readonly<Record<ChargeStatus, string>> = {
  open: 'open',
  reserved: 'open',
  confirming: 'pending',
  paid: 'paid',
  declined: 'failed',
  cancelled: 'canceled',
  expired: 'expired',
}

/** A payment as the second version of the interface describes it. */
export function paymentOf(charge: CompanyCharge, base: string) {
  const status = statuses[charge.status]
  const marks = findRecord<Marks>(company, `payment:${charge.id}`)
  const refunded = listRefundsOf(charge.id).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const self = `${base}/payments/${charge.id}`
  const isPaid = status === 'paid'
  return {
    resource: 'payment',
    id: charge.id,
    mode: charge.mode,
    createdAt: timeOf(charge.createdAt),
    amount: amountOf(charge, charge.amountMinor),
    description: charge.description,
    method: status === 'open' ? null : 'creditcard',
    metadata: marks?.metadata ?? null,
    status,
    isCancelable: status === 'open',
    locale: marks?.locale ?? null,
    ...(status === 'open' ? { expiresAt: timeOf(charge.createdAt + chargeLifetime) } : {}),
    ...(endings[status] === undefined ? {} : { [endings[status]]: timeOf(charge.updatedAt) }),
    ...(isPaid ? { amountRefunded: amountOf(charge, refunded) } : {}),
    ...(isPaid ? { amountRemaining: amountOf(charge, charge.amountMinor - refunded - charge.reversedMinor) } : {}),
    ...(charge.reversedMinor > 0 ? { amountChargedBack: amountOf(charge, charge.reversedMinor) } : {}),
    profileId: 'pfl_demonstration',
    sequenceType: 'oneoff',
    redirectUrl: charge.returnUrl,
    webhookUrl: charge.callbackUrl,
    _links: {
      self: link(self),
      ...(status === 'open' ? { checkout: { href: pageOf(charge), type: 'text/html' } } : {}),
      dashboard: { href: pageOf(charge), type: 'text/html' },
      ...(isPaid ? { refunds: link(`${self}/refunds`), chargebacks: link(`${self}/chargebacks`) } : {}),
      documentation,
    },
  }
}

const endings: Readonly<Record<string, string>> = {
  paid: 'paidAt',
  failed: 'failedAt',
  canceled: 'canceledAt',
  expired: 'expiredAt',
}

/** Money that its merchant gave back, each with the mark it was asked for with. */
export function refundsOf(charge: CompanyCharge, base: string) {
  return listRefundsOf(charge.id).map(({ id, amountMinor }) => ({
    resource: 'refund',
    id,
    mode: charge.mode,
    description: charge.description,
    amount: amountOf(charge, amountMinor),
    metadata: findRecord<Marks>(company, id)?.metadata ?? null,
    paymentId: charge.id,
    status: 'refunded',
    createdAt: timeOf(charge.updatedAt),
    _links: ofPayment(charge, { base, self: `refunds/${id}` }),
  }))
}

/** What the payer's bank took back: all of it, once. */
export function chargebacksOf(charge: CompanyCharge, base: string) {
  if (charge.reversedMinor === 0) return []
  const id = charge.id.replace('tr_', 'chb_')
  return [
    {
      resource: 'chargeback',
      id,
      amount: amountOf(charge, charge.reversedMinor),
      paymentId: charge.id,
      createdAt: timeOf(charge.updatedAt),
      reversedAt: null,
      _links: ofPayment(charge, { base, self: `chargebacks/${id}` }),
    },
  ]
}

export function listOf(name: string, { items, self }: Readonly<{ items: readonly unknown[]; self: string }>) {
  return {
    count: items.length,
    _embedded: { [name]: items },
    _links: { self: link(self), previous: null, next: null, documentation },
  }
}

function ofPayment({ id }: CompanyCharge, { base, self }: Readonly<{ base: string; self: string }>) {
  const payment = `${base}/payments/${id}`
  return { self: link(`${payment}/${self}`), payment: link(payment), documentation }
}

function link(href: string) {
  return { href, type: 'application/hal+json' }
}
const documentation = { href: 'https://docs.mollie.com/reference', type: 'text/html' }

function amountOf({ currency }: CompanyCharge, minor: number) {
  return { currency, value: decimalAmount(money(minor, currency)) }
}

/** Mollie writes its offset. */
function timeOf(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, '+00:00')
}
