import { z } from 'zod'
import { currencies, money } from '../../../money/money.ts'
import type { ChargeState } from '../../../money/rails.ts'
import { secretsOf } from '../../account-settings.ts'
import { formParameters, plainReply, refusedReading } from '../../callback-message.ts'
import type { AccountContext, CallbackMessage, CallbackReading } from '../../provider.ts'
import { isNeosurfHash } from './neosurf-hash.ts'
import { neosurfSettings } from './neosurf-settings.ts'

/** The fields we rely on, each in its only shape; see `neosurfHash` for why. */
const callback = z.object({
  amount: z.string().regex(/^[1-9]\d{0,8}$/),
  created: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
  currency: z.string().toUpperCase().pipe(z.enum(currencies)),
  errorCode: z.string(),
  errorMessage: z.string(),
  merchantId: z.string(),
  merchantTransactionId: z.string().regex(/^[\w-]{1,80}$/),
  status: z.string(),
  transactionId: z.string().regex(/^[\w-]{1,80}$/),
})

/**
 * Reads the form Neosurf posts. Money only when `status` is `ok` and no error is named; other words for `status` are
 * published nowhere, so one without an error leaves the charge waiting.
 */
export function readNeosurfCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  const settings = neosurfSettings(account)
  if (message.method !== 'POST') return refusedReading(405, 'POST only')
  const fields = Object.fromEntries(formParameters(message.body))
  if (!isNeosurfHash(fields, secretsOf(settings))) return refusedReading(403, 'Hash refused')
  const read = callback.safeParse(fields)
  if (!read.success) return refusedReading(400, 'Fields not understood')
  const told = read.data
  if (told.merchantId !== settings.merchantId) return refusedReading(403, 'Another merchant')
  const state = stateOf(told)
  return {
    kind: 'read',
    trust: 'signed',
    observations: [
      {
        eventId: `neosurf:${told.transactionId}:${told.status}:${told.errorCode}`,
        reference: told.transactionId,
        correlator: told.merchantTransactionId,
        state,
        amount: state === 'paid' ? money(Number(told.amount), told.currency) : undefined,
        // Tests are asked for by us and not marked in what comes back.
        isTest: account.mode === 'test',
        ...(state === 'failed' ? { failure: 'declined' as const } : {}),
        at: message.receivedAt,
      },
    ],
    reply: () => plainReply(200, 'OK'),
  }
}

function stateOf({ status, errorCode, errorMessage }: z.output<typeof callback>): ChargeState {
  if (errorCode !== '') return 'failed'
  return status === 'ok' && errorMessage === '' ? 'paid' : 'pending'
}
