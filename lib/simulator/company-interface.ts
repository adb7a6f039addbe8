import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { config } from '../config/env.ts'
import { localeOr } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { type Currency, currencies, parseDecimalAmount } from '../money/money.ts'
import type { Millis } from '../time/time.ts'
import {
  type CompanyCharge,
  describeCharge,
  findCharge,
  findChargeByCorrelator,
  insertCharge,
  type Product,
} from './company-store.ts'
import { schedule } from './due-store.ts'
import { fictionNumber } from './handset.ts'
import type { Merchant } from './merchants.ts'
import { insertMessage } from './message-store.ts'
import { redeemCode } from './redeem-code.ts'
import { closeCharge, newPin, refundCharge } from './settle-charge.ts'
import { numberFor } from './tariffs.ts'

const decimal = z.string().regex(/^\d{1,9}\.\d{2}$/)
const opening = z.object({
  product: z.enum(['premium_call', 'carrier_billing', 'prepaid_card', 'card']),
  correlator: z.string().min(1).max(200),
  amount: decimal,
  currency: z.enum(currencies),
  merchant: z.string(),
  mode: z.enum(['test', 'live']),
  description: z.string().max(200),
  locale: z.string(),
  callbackUrl: z.url(),
  returnUrl: z.url(),
  number: z.string().optional(),
  msisdn: z.string().optional(),
})
const refund = z.object({ refundId: z.string().min(1), amount: decimal, currency: z.enum(currencies) })
const redemption = z.object({ code: z.string().max(40) })

export type InterfaceAnswer = Readonly<{ status: number; body: unknown }>

const productOfKind: Readonly<Record<string, Product>> = {
  sim_call: 'premium_call',
  sim_carrier: 'carrier_billing',
  sim_prepaid: 'prepaid_card',
  sim_card: 'card',
}

type Opening = Readonly<{ merchants: readonly Merchant[]; body: unknown; now: Millis }>

/** `POST /charges`: the same correlator is the same charge; with other content it is refused. */
export function openCharge({ merchants, body, now }: Opening): InterfaceAnswer {
  const read = opening.safeParse(body)
  if (!read.success) return { status: 422, body: { error: read.error.issues.map(({ path }) => path.join('.')) } }
  const asked = read.data
  // The company calls back the address agreed in the contract only: a key cannot make it call others.
  const account = merchants.find(({ callbackUrl }) => callbackUrl === asked.callbackUrl)?.account
  if (!account) return { status: 403, body: { error: 'callbackUrl' } }
  if (asked.merchant !== account.settings['merchantId'] || asked.product !== productOfKind[account.kind]) {
    return { status: 403, body: { error: 'merchant' } }
  }
  const amountMinor = minorOf(asked.amount, asked.currency)
  const known = findChargeByCorrelator(account.id, asked.correlator)
  if (known) {
    const isSame = known.amountMinor === amountMinor && known.currency === asked.currency
    return isSame ? { status: 200, body: openingOf(known) } : { status: 409, body: { error: 'correlator' } }
  }
  const { number, msisdn, amount: _, ...rest } = asked
  const charge: CompanyCharge = {
    ...rest,
    id: `ch_${randomUUID().replaceAll('-', '')}`,
    accountId: account.id,
    status: 'open',
    reason: null,
    amountMinor,
    reversedMinor: 0,
    payer: null,
    msisdn: msisdn === undefined ? null : (fictionNumber(msisdn) ?? null),
    pin: null,
    number: asked.product === 'premium_call' ? numberFor(amountMinor, number) : null,
    createdAt: now,
    updatedAt: now,
  }
  insertCharge(withPin(charge, now))
  return { status: 201, body: openingOf(charge) }
}

/** A number typed on the merchant's page proves nothing, so a code is sent to that telephone. */
function withPin(charge: CompanyCharge, now: Millis): CompanyCharge {
  if (charge.product !== 'carrier_billing' || charge.msisdn === null) return charge
  const pin = newPin()
  const t = translate(localeOr(charge.locale), 'simulator')
  const text = t('pinText', { pin, what: charge.description })
  insertMessage({ msisdn: charge.msisdn, peer: t('operatorName'), direction: 'in', text, state: 'received', at: now })
  return { ...charge, pin }
}

function openingOf(charge: CompanyCharge) {
  return charge.product === 'premium_call'
    ? { id: charge.id, kind: 'dial', number: charge.number }
    : { id: charge.id, kind: 'redirect', url: `${config().origin}/simulator/company/${charge.id}` }
}

function minorOf(amount: string, currency: Currency): number {
  return parseDecimalAmount(amount, currency)?.minor ?? 0
}

type Asked = Readonly<{ merchants: readonly Merchant[]; id: string; now: Millis }>

/** `GET /charges/<id>`. A charge of another merchant is not there. */
export function answerCharge({ merchants, id }: Omit<Asked, 'now'>): InterfaceAnswer {
  const charge = chargeOf(merchants, id)
  return charge ? { status: 200, body: describeCharge(charge) } : notFound
}

/** `POST /charges/<id>/<action>`. */
export async function changeCharge(
  { merchants, id, now }: Asked,
  { action, body }: Readonly<{ action: string; body: unknown }>,
) {
  const charge = chargeOf(merchants, id)
  if (!charge) return notFound
  if (action === 'cancel') {
    const closed = await closeCharge(charge, { status: 'cancelled', reason: 'cancelled_by_merchant', now })
    return { status: 200, body: describeCharge(closed) }
  }
  if (action === 'redeem') {
    const read = redemption.safeParse(body)
    if (!read.success) return { status: 422, body: { error: ['code'] } }
    const { charge: redeemed, reason, event } = redeemCode(charge, { typed: read.data.code, now })
    // The merchant hears of it a second time by the ordinary way, as with any company.
    if (event) schedule('tell_merchant', event, now + 500)
    return { status: 200, body: describeCharge(redeemed, reason) }
  }
  if (action === 'refund') {
    const read = refund.safeParse(body)
    if (!read.success || read.data.currency !== charge.currency) return { status: 422, body: { error: ['amount'] } }
    const amountMinor = minorOf(read.data.amount, charge.currency)
    const status = refundCharge(charge, { id: read.data.refundId, amountMinor })
    return { status: 200, body: { id: read.data.refundId, status } }
  }
  return notFound
}

const notFound: InterfaceAnswer = { status: 404, body: { error: 'not_found' } }

function chargeOf(merchants: readonly Merchant[], id: string): CompanyCharge | undefined {
  const charge = findCharge(id)
  return merchants.some(({ account }) => account.id === charge?.accountId) ? charge : undefined
}
