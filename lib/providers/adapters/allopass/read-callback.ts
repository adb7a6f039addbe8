import { secretsOf } from '../../account-settings.ts'
import { plainReply, queryParameters, refusedReading } from '../../callback-message.ts'
import type { AccountContext, CallbackMessage, CallbackReading, Observation } from '../../provider.ts'
import { isSignedByAny } from '../../signatures.ts'
import { stateOfTransaction } from './allopass-answer.ts'
import { allopassSettings } from './allopass-settings.ts'
import { allopassSignature } from './allopass-signature.ts'

/**
 * Reads the notification of a transaction: signed like our requests. What it must be answered is nowhere published, so
 * it is taken as a hint, the company is asked, and the answer is `OK`.
 *
 * Source: the vendor's kit for the signature (grade A−); field names as two shop modules read them.
 */
export function readAllopassCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  const settings = allopassSettings(account)
  if (message.method !== 'GET') return refusedReading(405, 'GET only')
  const parameters = queryParameters(message.url)
  const { hash } = settings
  const given = parameters.get('api_sig') ?? ''
  const fields = Object.fromEntries(parameters)
  if (!isSignedByAny(given, secretsOf(settings), (secret) => allopassSignature(fields, { secret, hash }))) {
    return refusedReading(403, 'Signature refused')
  }
  const of = (name: string) => parameters.get(name) ?? ''
  if (!/^[\w-]{1,80}$/.test(of('transaction_id'))) return refusedReading(400, 'A notification needs transaction_id')
  const state = stateOfTransaction(of('status'))
  const observation: Observation = {
    eventId: `allopass:${of('transaction_id')}:${of('status')}`,
    reference: of('transaction_id'),
    correlator: of('merchant_transaction_id') || undefined,
    state: state ?? 'pending',
    amount: undefined,
    isTest: account.mode === 'test',
    at: message.receivedAt,
  }
  return { kind: 'read', trust: 'hint', observations: [observation], reply: () => plainReply(200, 'OK') }
}
