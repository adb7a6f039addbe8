import { z } from 'zod'
import { equalInConstantTime } from '../../../config/keys.ts'
import { type Currency, parseDecimalAmount } from '../../../money/money.ts'
import { type CompanyCharge, findChargeByCorrelator, updateCharge } from '../../company-store.ts'
import { listMerchantsOf, type Merchant } from '../../merchants.ts'
import { refundToCard } from '../../pay-charge.ts'
import { type CompanyAnswer, type CompanyRequest, jsonAnswer } from '../company-message.ts'
import { localeOfPage, pageOf } from '../company-page.ts'
import { addRecord, findRecord } from '../company-records.ts'
import { addCharge } from '../new-charge.ts'
import { paymentOf } from './paysafecard-objects.ts'

const mostMinor = 100_000
const company = 'paysafecard'

const payment = z.object({
  type: z.literal('PAYSAFECARD'),
  amount: z.number().positive(),
  currency: z.string(),
  redirect: z.object({ success_url: z.url(), failure_url: z.url() }),
  notification_url: z.url(),
  customer: z.object({ id: z.string().min(1).max(50) }),
})
const refund = z.object({
  type: z.literal('PAYSAFECARD'),
  capture: z.literal(true),
  amount: z.number().positive(),
  currency: z.string(),
  customer: z.object({ id: z.string().min(1).max(50) }),
})

type Asked = Readonly<{ request: CompanyRequest; merchant: Merchant }>

/** The classic interface of paysafecard: payments are authorised by the payer, then captured by the merchant. */
export function answerPaysafecard(request: CompanyRequest): CompanyAnswer {
  const key = Buffer.from((request.headers.get('authorization') ?? '').replace(/^Basic /, ''), 'base64').toString()
  const merchant = listMerchantsOf(company).find(({ account }) =>
    equalInConstantTime(account.settings['apiKey'] ?? '', key),
  )
  if (!merchant) return failed(401, { code: 'invalid_api_key', number: 10008 })
  const [, part, id, action] = request.path.split('/')
  const asked = { request, merchant }
  if (part !== 'payments') return failed(404, { code: 'resource_not_found', number: 10007 })
  if (id === undefined) return open(asked)
  const charge = chargeOf(merchant, id)
  if (!charge) return failed(404, { code: 'resource_not_found', number: 10007 })
  if (action === undefined) return jsonAnswer(200, paymentOf(charge, merchant))
  if (request.method === 'POST' && action === 'capture') return capture(charge, asked)
  if (request.method === 'POST' && action === 'refunds') return giveBack(charge, asked)
  return failed(404, { code: 'resource_not_found', number: 10007 })
}

/** Our correlator is the middle of a payment's id. */
function chargeOf({ account }: Merchant, id: string): CompanyCharge | undefined {
  const [, mid, correlator = '', currency] = /^pay_(\d{10})_([\w-]{1,60})_([A-Z]{3})$/.exec(id) ?? []
  const isOurs = mid === account.settings['merchantId'] && currency === account.currency
  return isOurs ? findChargeByCorrelator(account.id, correlator) : undefined
}

function open({ request, merchant }: Asked): CompanyAnswer {
  const { account, callbackUrl } = merchant
  const read = payment.safeParse(jsonIn(request.body))
  const correlator = request.headers.get('correlation-id') ?? ''
  if (request.method !== 'POST' || !read.success || !/^[\w-]{1,60}$/.test(correlator)) return invalid(read.error)
  const amountMinor = minorOf(read.data.amount, account.currency)
  if (amountMinor === undefined || read.data.currency !== account.currency) return invalid()
  if (read.data.notification_url !== callbackUrl) return invalid()
  if (amountMinor > mostMinor) return failed(400, { code: 'CUSTOMER_LIMIT_EXCEEDED', number: 4003 })
  if (findChargeByCorrelator(account.id, correlator)) {
    return failed(400, { code: 'duplicate_transaction', number: 2001 })
  }
  const returnUrl = read.data.redirect.success_url
  const charge = addCharge({
    merchant,
    product: 'prepaid_card',
    prefix: 'psc',
    correlator,
    amountMinor,
    // This company is not told what is bought.
    description: '',
    locale: localeOfPage(returnUrl),
    returnUrl,
    now: request.now,
  })
  return jsonAnswer(201, {
    ...paymentOf(charge, merchant),
    redirect: { ...read.data.redirect, auth_url: pageOf(charge) },
  })
}

function capture(charge: CompanyCharge, { request, merchant }: Asked): CompanyAnswer {
  if (charge.status === 'expired') return failed(400, { code: 'payment_expired', number: 3007 })
  if (charge.status !== 'reserved') return failed(400, { code: 'payment_invalid_state', number: 2017 })
  return jsonAnswer(200, paymentOf(updateCharge(charge, { status: 'paid', reason: null, now: request.now }), merchant))
}

/** What is given back goes on the card that paid; the real one wants the payer to have an account. */
function giveBack(charge: CompanyCharge, { request, merchant }: Asked): CompanyAnswer {
  const { account } = merchant
  const read = refund.safeParse(jsonIn(request.body))
  const correlation = request.headers.get('correlation-id') ?? ''
  if (!read.success || correlation === '') return invalid(read.error)
  const amountMinor = minorOf(read.data.amount, account.currency)
  if (amountMinor === undefined || read.data.currency !== account.currency) return invalid()
  const id = `ref_${account.settings['merchantId']}_${correlation}_${account.currency}`
  if (findRecord(company, id)) return failed(400, { code: 'duplicate_payout_request', number: 3164 })
  if (!refundToCard(charge, { id, amountMinor })) {
    return failed(400, { code: 'MERCHANT_REFUND_EXCEEDS_ORIGINAL_TRANSACTION', number: 3179 })
  }
  const made = { ...read.data, object: 'REFUND', id, created: request.now, updated: request.now, status: 'SUCCESS' }
  addRecord(company, { id, body: made, at: request.now })
  return jsonAnswer(201, made)
}

function minorOf(amount: number, currency: Currency): number | undefined {
  return parseDecimalAmount(amount.toFixed(2), currency)?.minor
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function invalid(error?: z.ZodError): CompanyAnswer {
  const param = error?.issues[0]?.path.join('.')
  return failed(400, { code: 'invalid_request_parameter', number: 10028, ...(param ? { param } : {}) })
}

function failed(status: number, problem: Readonly<{ code: string; number: number; param?: string }>): CompanyAnswer {
  return jsonAnswer(status, { ...problem, message: problem.code })
}
