import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { equalInConstantTime } from '../../../config/keys.ts'
import { parseDecimalAmount } from '../../../money/money.ts'
import { second } from '../../../time/time.ts'
import { chargeLifetime } from '../../charge-lifetime.ts'
import { type CompanyCharge, findCharge, findChargeByCorrelator, listChargesOf } from '../../company-store.ts'
import { listMerchantsOf, type Merchant } from '../../merchants.ts'
import { closeCharge } from '../../settle-charge.ts'
import { type CompanyAnswer, type CompanyRequest, jsonAnswer } from '../company-message.ts'
import { addRecord } from '../company-records.ts'
import { addCharge } from '../new-charge.ts'
import { lightningRequest } from './bolt11.ts'
import { company, type InvoiceRecord, invoiceOf, paymentMethodsOf, recordOf, satsOf } from './btcpay-objects.ts'

const invoice = z.object({
  amount: z.string(),
  currency: z.string(),
  metadata: z.record(z.string(), z.unknown()).default({}),
  checkout: z.looseObject({ redirectURL: z.url(), defaultLanguage: z.string().optional() }),
})
const marking = z.object({ status: z.literal('Invalid') })

type Asked = Readonly<{ request: CompanyRequest; merchant: Merchant }>

/** A BTCPay Server of the demonstration: Greenfield invoices paid by Lightning. */
export function answerBtcpay(request: CompanyRequest): CompanyAnswer | Promise<CompanyAnswer> {
  const key = (request.headers.get('authorization') ?? '').replace(/^token /, '')
  const merchant = listMerchantsOf(company).find(({ account }) =>
    equalInConstantTime(account.settings['apiKey'] ?? '', key),
  )
  if (!merchant) return failed(401, 'unauthenticated')
  const asked = { request, merchant }
  const [, storeId] = /^api\/v1\/stores\/(\w+)\/invoices$/.exec(request.path) ?? []
  if (storeId !== undefined) {
    if (storeId !== merchant.account.settings['storeId']) return failed(403, 'missing-permission')
    return request.method === 'POST' ? create(asked) : list(asked)
  }
  const [, id = '', part] = /^api\/v1\/invoices\/(\w+)(?:\/([\w-]+))?$/.exec(request.path) ?? []
  const charge = findCharge(id)
  if (charge?.accountId !== merchant.account.id) return failed(404, 'invoice-not-found')
  if (part === undefined) return jsonAnswer(200, invoiceOf(charge, merchant))
  if (part === 'payment-methods') return jsonAnswer(200, paymentMethodsOf(charge))
  return part === 'status' && request.method === 'POST' ? mark(charge, asked) : failed(404, 'not-found')
}

function create({ request, merchant }: Asked): CompanyAnswer {
  const { account } = merchant
  const read = invoice.safeParse(jsonIn(request.body))
  if (!read.success) return unprocessable(read.error.issues[0]?.path.join('.') ?? '')
  const { amount, currency, metadata, checkout } = read.data
  const paid = currency === account.currency ? parseDecimalAmount(amount, account.currency) : undefined
  if (!paid || paid.minor < 1) return unprocessable('amount')
  // The interface knows no idempotency: the same order may have two invoices.
  const order = String(metadata['orderId'] ?? '')
  const isTaken = order === '' || findChargeByCorrelator(account.id, order) !== undefined
  const charge = addCharge({
    merchant,
    product: 'lightning',
    prefix: 'inv',
    correlator: isTaken ? randomUUID() : order,
    amountMinor: paid.minor,
    description: String(metadata['itemDesc'] ?? ''),
    locale: checkout.defaultLanguage,
    returnUrl: checkout.redirectURL,
    now: request.now,
  })
  const { id, description } = charge
  const seconds = chargeLifetime / second
  const bolt11 = lightningRequest({ sats: satsOf(charge), description, id, seconds, at: request.now })
  const record: InvoiceRecord = { metadata, checkout, bolt11 }
  addRecord(company, { id, body: record, at: request.now })
  return jsonAnswer(200, invoiceOf(charge, merchant))
}

function list({ request, merchant }: Asked): CompanyAnswer {
  const wanted = request.query.getAll('orderId')
  const take = Number(request.query.get('take') ?? 100)
  const found = listChargesOf(merchant.account.id).filter(
    (charge) => wanted.length === 0 || wanted.includes(String(recordOf(charge)?.metadata['orderId'])),
  )
  return jsonAnswer(
    200,
    found.slice(0, take).map((charge) => invoiceOf(charge, merchant)),
  )
}

async function mark(charge: CompanyCharge, { request, merchant }: Asked): Promise<CompanyAnswer> {
  if (!marking.safeParse(jsonIn(request.body)).success || charge.status !== 'open') return unprocessable('status')
  const closed = await closeCharge(charge, { status: 'cancelled', reason: 'cancelled_by_merchant', now: request.now })
  return jsonAnswer(200, invoiceOf(closed, merchant))
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function unprocessable(path: string): CompanyAnswer {
  return jsonAnswer(422, [{ path, message: 'This is not what was expected' }])
}

function failed(status: number, code: string): CompanyAnswer {
  return jsonAnswer(status, { code, message: code })
}
