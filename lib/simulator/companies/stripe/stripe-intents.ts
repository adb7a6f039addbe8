import { randomUUID } from 'node:crypto'
import { type CompanyCharge, findChargeByCorrelator, insertCharge, updateCharge } from '../../company-store.ts'
import type { Merchant } from '../../merchants.ts'
import { troublesOfCard } from '../../pay-charge.ts'
import { closeCharge, collectCharge } from '../../settle-charge.ts'
import { type CompanyAnswer, type CompanyRequest, jsonAnswer } from '../company-message.ts'
import { keptIn, noteUse, useOf } from './stripe-cards.ts'
import { intentOf } from './stripe-objects.ts'

type Asked = Readonly<{ request: CompanyRequest; merchant: Merchant }>

/**
 * Charges a card that was kept, its holder being there. The card behaves as it did when it was kept; two behave so that
 * the bank asks again, or refuses, from the second payment on. The answer about a card that is never announced is lost.
 */
export async function payWithKeptCard({ request, merchant }: Asked): Promise<CompanyAnswer> {
  const form = new URLSearchParams(request.body)
  const { account } = merchant
  const correlator = form.get('metadata[correlator]') ?? ''
  const amountMinor = Number(form.get('amount'))
  const isRight =
    form.get('currency') === account.currency.toLowerCase() &&
    form.get('confirm') === 'true' &&
    form.get('off_session') === 'false' &&
    correlator !== '' &&
    Number.isSafeInteger(amountMinor)
  if (!isRight) return failed(400, { code: 'parameter_invalid' })
  const known = findChargeByCorrelator(account.id, correlator)
  if (known) return known.amountMinor === amountMinor ? answerOf(known) : failed(400, { code: 'idempotency_error' })
  const method = form.get('payment_method') ?? ''
  const source = keptIn(method)
  const customer = form.get('customer') ?? ''
  if (source?.accountId !== account.id || customer !== `cus_${source.id}`)
    return failed(400, { code: 'resource_missing' })
  const charge = chargeFor(source, { form, merchant, correlator, amountMinor, now: request.now })
  insertCharge(charge)
  noteUse(charge, { customer, method }, request.now)
  return answerOf(await confirm(charge, request.now))
}

async function confirm(charge: CompanyCharge, now: number): Promise<CompanyCharge> {
  const { payer } = charge
  if (payer === 'card:asks_again') return updateCharge(charge, { status: 'reserved', now })
  if (payer === 'card:refused_later') return closeCharge(charge, { status: 'declined', reason: 'refused_by_bank', now })
  return collectCharge({ charge, payer: payer ?? 'card', troubles: troublesOfCard(charge), now })
}

function answerOf(charge: CompanyCharge): CompanyAnswer {
  if (charge.payer === 'card:lost') return failed(500, { type: 'api_error', code: 'lost' })
  if (charge.status !== 'declined') return jsonAnswer(200, intentOf(charge))
  return failed(402, { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' })
}

type Wanted = Readonly<{
  form: URLSearchParams
  merchant: Merchant
  correlator: string
  amountMinor: number
  now: number
}>

function chargeFor(source: CompanyCharge, { form, merchant, correlator, amountMinor, now }: Wanted): CompanyCharge {
  return {
    ...source,
    id: `st${randomUUID().replaceAll('-', '')}`,
    correlator,
    status: 'open',
    reason: null,
    amountMinor,
    reversedMinor: 0,
    description: form.get('description') ?? '',
    returnUrl: form.get('return_url') ?? '',
    callbackUrl: merchant.callbackUrl,
    createdAt: now,
    updatedAt: now,
  }
}

/** `payment_intents/search`: the payments of one correlator; a session that nobody has paid yet has none. */
export function searchIntents({ request, merchant }: Asked): CompanyAnswer {
  const [, correlator = ''] = /^metadata\['correlator'\]:'([\w-]+)'$/.exec(request.query.get('query') ?? '') ?? []
  const charge = findChargeByCorrelator(merchant.account.id, correlator)
  const isThere = charge && (useOf(charge) !== undefined || charge.status === 'paid' || charge.status === 'confirming')
  return jsonAnswer(200, { object: 'search_result', data: isThere ? [intentOf(charge)] : [] })
}

export async function cancelIntent(charge: CompanyCharge, now: number): Promise<CompanyAnswer> {
  if (charge.status !== 'open' && charge.status !== 'reserved')
    return failed(400, { code: 'payment_intent_unexpected_state' })
  const closed = await closeCharge(charge, { status: 'cancelled', reason: 'cancelled_by_merchant', now })
  return jsonAnswer(200, intentOf(closed))
}

type Problem = Readonly<{ type?: string; code: string; decline_code?: string }>

function failed(status: number, problem: Problem): CompanyAnswer {
  return jsonAnswer(status, { error: { type: 'invalid_request_error', ...problem } })
}
