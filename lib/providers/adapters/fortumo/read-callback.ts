import { isCurrency, type Money, parseDecimalAmount } from '../../../money/money.ts'
import type { ChargeState } from '../../../money/rails.ts'
import { secretsOf } from '../../account-settings.ts'
import { plainReply, queryParameters, refusedReading } from '../../callback-message.ts'
import { type PayerText, readPayerText } from '../../payer-text.ts'
import type { AccountContext, CallbackMessage, CallbackReading, Decision, Observation } from '../../provider.ts'
import { shortText } from '../../short-text.ts'
import { fortumoSettings } from './fortumo-settings.ts'
import { isSignedByFortumo } from './fortumo-signature.ts'

/** Only the first characters of an answer reach the telephone. */
const longestAnswer = 120

/**
 * Reads a GET from Fortumo: a payer's text (billed on sending where `billing_type` is MO), or the billing report that
 * follows where our answer is what is billed (MT).
 *
 * Source: developer.fortumo.com, "Payment result processing" (grade A). There is no interface to ask about a payment.
 */
export function readFortumoCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  const settings = fortumoSettings(account)
  if (message.method !== 'GET') return refusedReading(405, 'GET only')
  const parameters = queryParameters(message.url)
  if (!isSignedByFortumo(parameters, secretsOf(settings))) return refusedReading(403, 'Signature refused')
  const of = (name: string) => parameters.get(name) ?? ''
  if (of('service_id') !== settings.serviceId) return refusedReading(403, 'Another service')
  if (of('message_id') === '') return refusedReading(400, 'A message needs message_id')
  const amount = priceOf(of('price'), of('currency'))
  if (!amount) return refusedReading(400, 'Price not understood')
  const text = readPayerText(of('message'), settings.keyword)
  const state = stateOf(of('billing_type'), of('status'))
  const observation: Observation = {
    eventId: `fortumo:${of('message_id')}:${of('status')}`,
    // Each billed message is a payment of its own, even when two name the same code.
    reference: state === 'paid' ? of('message_id') : undefined,
    correlator: undefined,
    payerCode: text.kind === 'code' ? text.code : undefined,
    state: state ?? 'pending',
    amount: state === 'paid' ? amount : undefined,
    isTest: parameters.has('test'),
    ...(of('sender') === '' ? {} : { payerAlias: of('sender') }),
    ...(state === 'failed' ? { failure: 'declined' as const } : {}),
    at: message.receivedAt,
  }
  return reading({
    text,
    observations: state === undefined ? [] : [observation],
    sender: of('sender'),
    // Where our answer is what is billed, nothing but the answer to a purchase may be sent.
    isBilledAnswer: of('billing_type') === 'MT' && state === 'pending',
  })
}

function priceOf(price: string, currency: string): Money | undefined {
  return isCurrency(currency) ? parseDecimalAmount(price, currency) : undefined
}

/** Undefined for a status that Fortumo does not document: it moves nothing. */
function stateOf(billingType: string, status: string): ChargeState | undefined {
  if (status === 'failed') return 'failed'
  if (status === 'pending') return 'pending'
  return status === 'ok' && (billingType === 'MO' || billingType === 'MT') ? 'paid' : undefined
}

type Read = Readonly<{
  text: PayerText
  observations: readonly Observation[]
  sender: string
  isBilledAnswer: boolean
}>

function reading({ text, observations, sender, isBilledAnswer }: Read): CallbackReading {
  const [observation] = observations
  return {
    kind: 'read',
    trust: 'signed',
    observations,
    ...(text.kind === 'command' && sender !== ''
      ? { command: { word: text.word, payerAlias: sender, eventId: observation?.eventId ?? `fortumo:${text.word}` } }
      : {}),
    ...(text.kind === 'unread' ? { unreadText: text.text } : {}),
    ...(text.kind === 'code' && text.understood ? { understood: text.understood } : {}),
    reply: (decisions) => plainReply(200, answerTo(decisions, isBilledAnswer)),
  }
}

/** Any answer of success counts as delivered, an empty one sends nothing. A command is answered after money. */
function answerTo(decisions: readonly Decision[], isBilledAnswer: boolean): string {
  if (isBilledAnswer && decisions[0]?.outcome !== 'pending') return ''
  return shortText(decisions.findLast((decision) => decision.text)?.text ?? '', longestAnswer)
}
