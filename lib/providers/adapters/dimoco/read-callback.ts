import { secretsOf } from '../../account-settings.ts'
import { formParameters, plainReply, refusedReading } from '../../callback-message.ts'
import type { AccountContext, CallbackMessage, CallbackReading, Observation } from '../../provider.ts'
import { isDimocoCallback } from './dimoco-digest.ts'
import { type DimocoResult, failureOf, isSandbox, readDimocoResult, requestIdOf, stateOf } from './dimoco-result.ts'
import { dimocoSettings } from './dimoco-settings.ts'

/**
 * Reads a callback: a form with the result as XML in `data` and its `digest`. Answer: `OK`.
 *
 * Source: node-dimoco and three other implementations (grade B). One of them takes every result for a success: here
 * money counts only when a transaction says what was billed.
 */
export function readDimocoCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  const settings = dimocoSettings(account)
  if (message.method !== 'POST') return refusedReading(405, 'POST only')
  const form = formParameters(message.body)
  const data = form.get('data') ?? ''
  if (!isDimocoCallback(data, form.get('digest') ?? '', secretsOf(settings))) {
    return refusedReading(403, 'Digest refused')
  }
  const result = readDimocoResult(data)
  if (!result) return refusedReading(400, 'Result not understood')
  const { order, requestId } = result
  if (order === undefined) return refusedReading(400, 'A result needs its order')
  // Each request names its order: a result put together from two is none.
  const isPayment = result.action === 'start'
  const isOther = requestId !== undefined && requestId !== requestIdOf(order)
  if (isPayment && isOther && !account.isRehearsal) return refusedReading(403, 'Another request')
  return {
    kind: 'read',
    trust: 'signed',
    // What became of a refund is told in the answer to it.
    observations: isPayment ? [observationOf(result, { account, correlator: order, at: message.receivedAt })] : [],
    reply: () => plainReply(200, 'OK'),
  }
}

type About = Readonly<{ account: AccountContext; correlator: string; at: number }>

export function observationOf(result: DimocoResult, { account, correlator, at }: About): Observation {
  const state = stateOf(result)
  const { reference, transactionId, msisdn, status, code, billed } = result
  const named = transactionId ?? reference
  return {
    eventId: `dimoco:${named ?? correlator}:${status}:${code}:${billed?.minor ?? 0}`,
    reference: named,
    correlator,
    state,
    amount: state === 'paid' ? billed : undefined,
    isTest: isSandbox(result) ?? account.mode === 'test',
    ...(msisdn === undefined ? {} : { payerAlias: msisdn }),
    ...(state === 'failed' ? { failure: failureOf(result) } : {}),
    at,
  }
}
