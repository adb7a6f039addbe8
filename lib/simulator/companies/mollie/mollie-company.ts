import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { config } from '../../../config/env.ts'
import { equalInConstantTime } from '../../../config/keys.ts'
import { parseDecimalAmount } from '../../../money/money.ts'
import { type CompanyCharge, findCharge, findChargeByCorrelator, listChargesOf } from '../../company-store.ts'
import { listMerchantsOf, type Merchant } from '../../merchants.ts'
import { closeCharge, refundCharge } from '../../settle-charge.ts'
import { type CompanyAnswer, type CompanyRequest, jsonAnswer } from '../company-message.ts'
import { addRecord, findRecord } from '../company-records.ts'
import { addCharge } from '../new-charge.ts'
import { chargebacksOf, company, listOf, type Marks, paymentOf, refundsOf } from './mollie-objects.ts'

const amount = z.object({ currency: z.string(), value: z.string() })
const payment = z.object({
  amount,
  description: z.string().min(1).max(255),
  redirectUrl: z.url(),
  webhookUrl: z.url(),
  sequenceType: z.literal('oneoff').default('oneoff'),
  locale: z
    .string()
    .regex(/^[a-z]{2}_[A-Z]{2}$/)
    .nullish(),
  metadata: z.unknown().optional(),
})
const refund = z.object({ amount, metadata: z.unknown().optional() })

type Asked = Readonly<{ request: CompanyRequest; merchant: Merchant }>

/** Mollie's second interface, as far as single payments need it. */
export function answerMollie(request: CompanyRequest): CompanyAnswer | Promise<CompanyAnswer> {
  const key = (request.headers.get('authorization') ?? '').replace(/^Bearer /, '')
  const merchant = listMerchantsOf(company).find(({ account }) =>
    equalInConstantTime(account.settings['apiKey'] ?? '', key),
  )
  if (!merchant) return failed(401, { title: 'Unauthorized Request' })
  const [, part, id, action] = request.path.split('/')
  const asked = { request, merchant }
  if (part === 'methods') return hal(200, listOf('methods', { items: methods, self: addressOf('methods') }))
  if (part !== 'payments') return notFound
  if (id === undefined) return request.method === 'POST' ? open(asked) : list(merchant)
  const charge = findCharge(id)
  if (charge?.accountId !== merchant.account.id) return notFound
  if (action === 'refunds' && request.method === 'POST') return giveBack(charge, asked)
  const self = addressOf(`payments/${charge.id}/${action}`)
  if (action === 'refunds') return hal(200, listOf(action, { items: refundsOf(charge, addressOf()), self }))
  if (action === 'chargebacks') return hal(200, listOf(action, { items: chargebacksOf(charge, addressOf()), self }))
  return request.method === 'DELETE' ? cancel(charge, asked) : hal(200, paymentOf(charge, addressOf()))
}

function open({ request, merchant }: Asked): CompanyAnswer {
  const { account, callbackUrl } = merchant
  const read = payment.safeParse(jsonIn(request.body))
  if (!read.success) return unprocessable(read.error)
  const asked = read.data
  const paid = asked.amount.currency === account.currency && parseDecimalAmount(asked.amount.value, account.currency)
  if (!paid || paid.minor < 1 || paid.minor > 1_000_000) return failed(422, { field: 'amount' })
  if (asked.webhookUrl !== callbackUrl) return failed(422, { field: 'webhookUrl' })
  const correlator = request.headers.get('idempotency-key') ?? randomUUID()
  const known = findChargeByCorrelator(account.id, correlator)
  if (known) return hal(201, paymentOf(known, addressOf()))
  const charge = addCharge({
    merchant,
    product: 'card',
    prefix: 'tr_',
    correlator,
    amountMinor: paid.minor,
    description: asked.description,
    locale: asked.locale?.slice(0, 2),
    returnUrl: asked.redirectUrl,
    now: request.now,
  })
  const marks: Marks = { metadata: asked.metadata ?? null, locale: asked.locale ?? null }
  addRecord(company, { id: `payment:${charge.id}`, body: marks, at: request.now })
  return hal(201, paymentOf(charge, addressOf()))
}

function list({ account }: Merchant): CompanyAnswer {
  const items = listChargesOf(account.id).map((charge) => paymentOf(charge, addressOf()))
  return hal(200, listOf('payments', { items: items.slice(0, 250), self: addressOf('payments') }))
}

async function cancel(charge: CompanyCharge, { request }: Asked): Promise<CompanyAnswer> {
  if (charge.status !== 'open') return failed(422, { title: 'The payment cannot be canceled' })
  const closed = await closeCharge(charge, { status: 'cancelled', reason: 'cancelled_by_merchant', now: request.now })
  return hal(200, paymentOf(closed, addressOf()))
}

/** The same idempotency key is the same refund. */
function giveBack(charge: CompanyCharge, { request, merchant }: Asked): CompanyAnswer {
  const read = refund.safeParse(jsonIn(request.body))
  if (!read.success) return unprocessable(read.error)
  const { currency } = merchant.account
  const given = read.data.amount.currency === currency && parseDecimalAmount(read.data.amount.value, currency)
  if (!given || given.minor < 1) return failed(422, { field: 'amount' })
  const key = `refund-key:${charge.id}:${request.headers.get('idempotency-key') ?? randomUUID()}`
  const id = findRecord<string>(company, key) ?? `re_${randomUUID().replaceAll('-', '')}`
  if (refundCharge(charge, { id, amountMinor: given.minor }) !== 'done') return failed(422, { field: 'amount' })
  const marks: Marks = { metadata: read.data.metadata ?? null, locale: null }
  addRecord(company, { id: key, body: id, at: request.now })
  addRecord(company, { id, body: marks, at: request.now })
  return hal(
    201,
    refundsOf(charge, addressOf()).find((made) => made.id === id),
  )
}

/** The one method of the demonstration's profile. */
const picture = 'https://www.mollie.com/external/icons/payment-methods/creditcard.svg'
const methods = [
  {
    resource: 'method',
    id: 'creditcard',
    description: 'Card',
    minimumAmount: { currency: 'EUR', value: '0.01' },
    maximumAmount: { currency: 'EUR', value: '10000.00' },
    image: { size1x: picture, size2x: picture, svg: picture },
    status: 'activated',
    _links: { self: { href: 'https://api.mollie.com/v2/methods/creditcard', type: 'application/hal+json' } },
  },
]

function addressOf(path?: string): string {
  return `${config().origin}/simulator/api/companies/mollie/v2${path === undefined ? '' : `/${path}`}`
}

function hal(status: number, body: unknown): CompanyAnswer {
  return jsonAnswer(status, body, { 'content-type': 'application/hal+json' })
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function unprocessable(error: z.ZodError): CompanyAnswer {
  return failed(422, { field: error.issues[0]?.path.join('.') ?? '' })
}

type Problem = Readonly<{ title?: string; field?: string }>

function failed(status: number, { title = 'Unprocessable Entity', field }: Problem): CompanyAnswer {
  const documentation = { href: 'https://docs.mollie.com/reference/handling-errors', type: 'text/html' }
  const told = { status, title, detail: title, ...(field === undefined ? {} : { field }), _links: { documentation } }
  return hal(status, told)
}

const notFound = failed(404, { title: 'Not Found' })
