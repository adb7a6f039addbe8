import { randomUUID } from 'node:crypto'
import { config } from '../../../config/env.ts'
import { equalInConstantTime } from '../../../config/keys.ts'
import { localeOr } from '../../../i18n/locales.ts'
import { translate } from '../../../i18n/translator.ts'
import { minute } from '../../../time/time.ts'
import {
  type CompanyCharge,
  findCharge,
  findChargeByCorrelator,
  insertCharge,
  listChargesOf,
  updateCharge,
} from '../../company-store.ts'
import { schedule } from '../../due-store.ts'
import { fictionNumber, has, refusalOf } from '../../handset.ts'
import { handsetOf } from '../../handset-store.ts'
import type { Merchant } from '../../merchants.ts'
import { insertMessage } from '../../message-store.ts'
import { closeCharge, consentToCharge, newPin } from '../../settle-charge.ts'
import { recordEvent } from '../../tell-merchant.ts'
import { type CompanyAnswer, type CompanyRequest, jsonAnswer } from '../company-message.ts'
import {
  authorizationIdOf,
  describePayment,
  findPayment,
  minorOf,
  type PaymentRequest,
  paymentRequest,
  savePayment,
} from './camara-payments.ts'

export type Asked = CompanyRequest & Readonly<{ merchant: Merchant }>

export function camaraError(status: number, code: string): CompanyAnswer {
  return jsonAnswer(status, { status, code, message: code.toLowerCase().replaceAll('_', ' ') })
}

/** `POST /payments` and `POST /payments/prepare`. The same clientCorrelator is the same payment; with another amount, 409. */
export function createPayment(asked: Asked, steps: 'one' | 'two'): CompanyAnswer {
  const read = paymentRequest.safeParse(parse(asked.body))
  if (!read.success) return camaraError(400, 'INVALID_ARGUMENT')
  const { phoneNumber, clientCorrelator, paymentAmount } = read.data.amountTransaction
  if (phoneNumber === undefined) return camaraError(422, 'MISSING_IDENTIFIER')
  const msisdn = fictionNumber(phoneNumber)
  if (msisdn === undefined) return camaraError(404, 'IDENTIFIER_NOT_FOUND')
  const amountMinor = minorOf(paymentAmount.chargingInformation.amount)
  if (amountMinor === undefined) return camaraError(422, 'CARRIER_BILLING.UNAUTHORIZED_AMOUNT')
  const { account } = asked.merchant
  const correlator = clientCorrelator ?? randomUUID()
  const known = findChargeByCorrelator(account.id, correlator)
  if (known) return known.amountMinor === amountMinor ? describeAgain(known) : camaraError(409, 'ALREADY_EXISTS')
  const refusal = refusalOf(handsetOf(msisdn), amountMinor)
  if (refusal === 'cap') return camaraError(422, 'CARRIER_BILLING.USER_AMOUNT_THRESHOLD_OVERPASSED')
  if (refusal === 'barred') return camaraError(403, 'CARRIER_BILLING.PAYMENT_DENIED')
  const charge = newCharge(asked, { request: read.data, msisdn, amountMinor, correlator, steps })
  insertCharge(charge)
  const action = steps === 'one' ? null : paymentAmount.chargingMetaData?.['serviceId'] === 'open' ? 'open' : 'validate'
  const { sink = null, sinkCredential } = read.data
  const record = {
    transaction: read.data.amountTransaction,
    steps,
    action,
    sink,
    sinkToken: sinkCredential?.accessToken ?? null,
  } as const
  savePayment(charge.id, record, asked.now)
  if (steps === 'one') billSoon(charge, asked.now)
  else sendCode(charge, asked.now)
  return jsonAnswer(201, { ...describePayment(charge, record), ...validationOf(charge, action) })
}

function describeAgain(charge: CompanyCharge): CompanyAnswer {
  const record = findPayment(charge.id)
  if (!record) return camaraError(409, 'ALREADY_EXISTS')
  return jsonAnswer(201, { ...describePayment(charge, record), ...validationOf(charge, record.action) })
}

type New = Readonly<{
  request: PaymentRequest
  msisdn: string
  amountMinor: number
  correlator: string
  steps: 'one' | 'two'
}>

function newCharge({ merchant, now }: Asked, { request, msisdn, amountMinor, correlator, steps }: New): CompanyCharge {
  const { currency, description } = request.amountTransaction.paymentAmount.chargingInformation
  return {
    id: `pay${randomUUID().replaceAll('-', '')}`,
    accountId: merchant.account.id,
    product: 'carrier_billing',
    correlator,
    merchant: merchant.account.settings['merchantIdentifier'] ?? '',
    mode: merchant.account.mode,
    status: steps === 'one' ? 'confirming' : 'open',
    reason: null,
    amountMinor,
    currency,
    reversedMinor: 0,
    payer: `acr:${msisdn}`,
    msisdn,
    pin: steps === 'one' ? null : newPin(),
    number: null,
    description,
    locale: localeOr(undefined),
    returnUrl: `${config().origin}/`,
    callbackUrl: request.sink ?? merchant.callbackUrl,
    createdAt: now,
    updatedAt: now,
  }
}

function billSoon(charge: CompanyCharge, now: number): void {
  const handset = handsetOf(charge.msisdn ?? '')
  const delay = has(handset, 'late') ? handset.delayMinutes * minute : 500
  schedule('finish_charge', charge.id, now + delay)
}

function sendCode(charge: CompanyCharge, now: number): void {
  const t = translate(localeOr(charge.locale), 'simulator')
  const text = t('pinText', { pin: charge.pin ?? '', what: charge.description })
  const peer = t('operatorName')
  insertMessage({ msisdn: charge.msisdn ?? '', peer, direction: 'in', text, state: 'received', at: now })
}

function validationOf(charge: CompanyCharge, action: 'open' | 'validate' | null) {
  if (action === null) return {}
  const validationURL = `${config().origin}/simulator/company/${charge.id}`
  return action === 'open'
    ? { validationInfo: { action, validationURL } }
    : { validationInfo: { action, authorizationId: authorizationIdOf(charge.id) } }
}

function chargeOf({ merchant }: Asked, id: string): CompanyCharge | undefined {
  const charge = findCharge(id)
  return charge?.accountId === merchant.account.id ? charge : undefined
}

/** `GET /payments/{paymentId}`. */
export function readPayment(asked: Asked, id: string): CompanyAnswer {
  const charge = chargeOf(asked, id)
  const record = charge && findPayment(id)
  return charge && record ? jsonAnswer(200, describePayment(charge, record)) : camaraError(404, 'NOT_FOUND')
}

/** `GET /payments`, newest first. */
export function listPayments({ merchant, query }: Asked): CompanyAnswer {
  const page = Number(query.get('page') ?? 1)
  const perPage = Number(query.get('perPage') ?? 10)
  const since = Date.parse(query.get('paymentCreationDate.gte') ?? '1970-01-01T00:00:00Z')
  const found = listChargesOf(merchant.account.id).filter((charge) => charge.createdAt >= since)
  const payments = found.slice((page - 1) * perPage, page * perPage).flatMap((charge) => {
    const record = findPayment(charge.id)
    return record ? [describePayment(charge, record)] : []
  })
  return jsonAnswer(200, payments, { 'x-total-count': String(found.length) })
}

/** `POST /payments/{paymentId}/validate`, `/confirm` and `/cancel`. */
export async function changePayment(
  asked: Asked,
  { id, action }: Readonly<{ id: string; action: string }>,
): Promise<CompanyAnswer> {
  const charge = chargeOf(asked, id)
  if (!charge) return camaraError(404, 'NOT_FOUND')
  if (action === 'validate') return validate(charge, asked)
  if (action === 'confirm') return confirm(charge, asked)
  return action === 'cancel' ? cancel(charge, asked) : camaraError(404, 'NOT_FOUND')
}

function validate(charge: CompanyCharge, { body, now }: Asked): CompanyAnswer {
  const given = parse(body) as Partial<Record<'authorizationId' | 'code', unknown>> | undefined
  if (charge.status !== 'open') return camaraError(409, 'ALREADY_EXISTS')
  if (given?.authorizationId !== authorizationIdOf(charge.id)) {
    return camaraError(400, 'CARRIER_BILLING.INVALID_AUTHORIZATION_ID')
  }
  if (!equalInConstantTime(String(given.code), charge.pin ?? ''))
    return camaraError(400, 'CARRIER_BILLING.INVALID_CODE')
  const reserved = updateCharge(charge, { status: 'reserved', now })
  schedule('tell_merchant', recordEvent(reserved, { now }), now + 500)
  return { status: 204, body: '' }
}

async function confirm(charge: CompanyCharge, { now }: Asked): Promise<CompanyAnswer> {
  if (charge.status === 'paid' || charge.status === 'confirming')
    return camaraError(409, 'CARRIER_BILLING.PAYMENT_CONFIRMED')
  if (charge.status === 'cancelled' || charge.status === 'expired') {
    return camaraError(409, 'CARRIER_BILLING.PAYMENT_CANCELLED')
  }
  if (charge.status !== 'reserved') return camaraError(403, 'CARRIER_BILLING.PAYMENT_DENIED')
  await consentToCharge(charge, { msisdn: charge.msisdn ?? '', pin: charge.pin ?? undefined, now })
  return { status: 202, body: '' }
}

async function cancel(charge: CompanyCharge, { now }: Asked): Promise<CompanyAnswer> {
  if (charge.status === 'paid') return camaraError(409, 'CARRIER_BILLING.PAYMENT_CONFIRMED')
  if (charge.status === 'cancelled') return camaraError(409, 'CARRIER_BILLING.PAYMENT_CANCELLED')
  await closeCharge(charge, { status: 'cancelled', reason: 'cancelled_by_merchant', now })
  return { status: 202, body: '' }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
