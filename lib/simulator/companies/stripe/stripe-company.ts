import { randomUUID } from 'node:crypto'
import { config } from '../../../config/env.ts'
import { equalInConstantTime } from '../../../config/keys.ts'
import { localeOr } from '../../../i18n/locales.ts'
import { type CompanyCharge, findChargeByCorrelator, insertCharge } from '../../company-store.ts'
import { listMerchantsOf, type Merchant } from '../../merchants.ts'
import { closeCharge, refundCharge } from '../../settle-charge.ts'
import { type CompanyAnswer, type CompanyRequest, jsonAnswer } from '../company-message.ts'
import { addRecord, findRecord, listRecords } from '../company-records.ts'
import { detach, keptIn, noteKeeping } from './stripe-cards.ts'
import { cancelIntent, payWithKeptCard, searchIntents } from './stripe-intents.ts'
import { chargeOfId, intentOf, sessionOf } from './stripe-objects.ts'

type Asked = Readonly<{ request: CompanyRequest; merchant: Merchant; parts: readonly string[] }>
type Refund = Readonly<{ id: string; amount: number }>

/** Stripe's interface as far as Checkout and kept cards need it; its page is the card page of the demonstration. */
export function answerStripe(request: CompanyRequest): CompanyAnswer | Promise<CompanyAnswer> {
  const key = (request.headers.get('authorization') ?? '').replace(/^Bearer /, '')
  const merchant = listMerchantsOf('stripe').find(({ account }) =>
    equalInConstantTime(account.settings['apiKey'] ?? '', key),
  )
  if (!merchant) return failed(401, 'invalid_api_key')
  const [, ...parts] = request.path.split('/')
  const asked = { request, merchant, parts }
  if (parts[0] === 'balance') return jsonAnswer(200, { object: 'balance', livemode: merchant.account.mode === 'live' })
  if (parts[0] === 'checkout') return answerSession(asked)
  if (parts[0] === 'refunds') return request.method === 'POST' ? refund(asked) : listRefunds(asked)
  if (parts[0] === 'payment_methods') return detachCard(asked)
  if (parts[0] === 'payment_intents' && parts[1] === undefined) return payWithKeptCard(asked)
  if (parts[0] === 'payment_intents' && parts[1] === 'search') return searchIntents(asked)
  const charge = ownCharge(asked, parts[0] === 'disputes' ? (request.query.get('charge') ?? '') : (parts[1] ?? ''))
  if (!charge) return failed(404, 'resource_missing')
  if (parts[0] === 'payment_intents' && parts[2] === 'cancel') return cancelIntent(charge, request.now)
  if (parts[0] === 'payment_intents') return jsonAnswer(200, shownIntent(charge, request))
  const dispute = { id: `dp_${charge.id}`, status: 'needs_response', amount: charge.reversedMinor }
  return parts[0] === 'disputes'
    ? jsonAnswer(200, { object: 'list', data: charge.reversedMinor > 0 ? [dispute] : [] })
    : failed(404, 'resource_missing')
}

function shownIntent(charge: CompanyCharge, { query }: CompanyRequest) {
  const isExpanded = [...query].some(([name, value]) => name.startsWith('expand[') && value.endsWith('payment_method'))
  return intentOf(charge, { refundedMinor: refundedOf(charge), isExpanded })
}

/** Nobody may charge the card any more; another merchant's is not there. */
function detachCard({ request, merchant, parts }: Asked): CompanyAnswer {
  const [, method = '', action] = parts
  const isOwn = keptIn(method)?.accountId === merchant.account.id
  if (request.method !== 'POST' || action !== 'detach' || !isOwn || !detach(method, request.now))
    return failed(400, 'resource_missing')
  return jsonAnswer(200, { id: method, object: 'payment_method', customer: null })
}

function ownCharge({ merchant }: Asked, id: string): CompanyCharge | undefined {
  const charge = chargeOfId(id)
  return charge?.accountId === merchant.account.id ? charge : undefined
}

async function answerSession(asked: Asked): Promise<CompanyAnswer> {
  const { request, parts } = asked
  if (request.method === 'POST' && parts[2] === undefined) return openSession(asked)
  const found = ownCharge(asked, parts[2] ?? '')
  if (!found) return failed(404, 'resource_missing')
  if (parts[3] !== 'expire') {
    const intent = found.status === 'open' ? null : shownIntent(found, request)
    return jsonAnswer(200, { ...sessionOf(found), payment_intent: intent })
  }
  if (found.status !== 'open') return failed(400, 'resource_already_complete')
  return jsonAnswer(
    200,
    sessionOf(await closeCharge(found, { status: 'expired', reason: 'out_of_time', now: request.now })),
  )
}

function openSession({ request, merchant }: Asked): CompanyAnswer {
  const form = new URLSearchParams(request.body)
  const { account, callbackUrl } = merchant
  const correlator = form.get('client_reference_id') ?? ''
  const amountMinor = Number(form.get('line_items[0][price_data][unit_amount]'))
  const isRight = form.get('line_items[0][price_data][currency]') === account.currency.toLowerCase()
  if (form.get('mode') !== 'payment' || correlator === '' || !Number.isSafeInteger(amountMinor) || !isRight) {
    return failed(400, 'parameter_invalid')
  }
  if (amountMinor < 50) return failed(400, 'amount_too_small')
  const known = findChargeByCorrelator(account.id, correlator)
  if (known && known.amountMinor !== amountMinor) return failed(400, 'idempotency_error')
  const charge: CompanyCharge = known ?? {
    id: `st${randomUUID().replaceAll('-', '')}`,
    accountId: account.id,
    product: 'card',
    correlator,
    merchant: account.id,
    mode: account.mode,
    status: 'open',
    reason: null,
    amountMinor,
    currency: account.currency,
    reversedMinor: 0,
    payer: null,
    msisdn: null,
    pin: null,
    number: null,
    description: form.get('line_items[0][price_data][product_data][name]') ?? '',
    locale: localeOr(form.get('locale') ?? undefined),
    returnUrl: form.get('success_url') ?? '',
    callbackUrl,
    createdAt: request.now,
    updatedAt: request.now,
  }
  if (!known) insertCharge(charge)
  const keeps = form.get('payment_intent_data[setup_future_usage]') === 'on_session'
  if (!known && keeps && form.get('customer_creation') === 'always') noteKeeping(charge, request.now)
  return jsonAnswer(200, { ...sessionOf(charge), url: `${config().origin}/simulator/company/${charge.id}` })
}

function refund({ request, ...rest }: Asked): CompanyAnswer {
  const form = new URLSearchParams(request.body)
  const charge = ownCharge({ request, ...rest }, form.get('charge') ?? '')
  if (!charge) return failed(404, 'resource_missing')
  const key = `${charge.id}:${request.headers.get('idempotency-key') ?? randomUUID()}`
  const known = findRecord<Refund>('stripe', key)
  if (known) return jsonAnswer(200, known)
  const amount = Number(form.get('amount'))
  if (refundCharge(charge, { id: key, amountMinor: amount }) !== 'done') return failed(400, 'charge_already_refunded')
  const made = {
    id: `re_${randomUUID().replaceAll('-', '')}`,
    object: 'refund',
    status: 'succeeded',
    amount,
    metadata: { refund: form.get('metadata[refund]') ?? '' },
  }
  addRecord('stripe', { id: key, body: made, at: request.now })
  return jsonAnswer(200, made)
}

function listRefunds(asked: Asked): CompanyAnswer {
  const charge = ownCharge(asked, asked.request.query.get('charge') ?? '')
  return jsonAnswer(200, { object: 'list', data: charge ? listRecords('stripe', `${charge.id}:`) : [] })
}

function refundedOf(charge: CompanyCharge): number {
  return (listRecords('stripe', `${charge.id}:`) as readonly Refund[]).reduce((sum, { amount }) => sum + amount, 0)
}

function failed(status: number, code: string): CompanyAnswer {
  return jsonAnswer(status, { error: { type: 'invalid_request_error', code } })
}
