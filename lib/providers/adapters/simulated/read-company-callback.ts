import { z } from 'zod'
import { secretsOf } from '../../account-settings.ts'
import { headerOf, jsonOf, refusedReading } from '../../callback-message.ts'
import type { AccountContext, CallbackMessage, CallbackReading } from '../../provider.ts'
import { belongsTo, companyCharge, observationOf } from './company-charge.ts'
import { companySettings } from './company-settings.ts'
import { isSignedByCompany } from './company-signature.ts'

const event = z.object({ event: z.string().regex(/^evt_[\w-]{8,60}$/), charge: companyCharge })

/**
 * Reads a signed message from the company. The signature covers the bytes as they came, so nothing is parsed before
 * it is checked. Every message that is believed gets an empty 204, whatever became of it.
 */
export function readCompanyCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  const settings = companySettings(account)
  if (message.method !== 'POST') return refusedReading(405, 'POST only')
  const header = headerOf(message, 'x-signature')
  if (!isSignedByCompany({ header, body: message.body, receivedAt: message.receivedAt }, secretsOf(settings))) {
    return refusedReading(401, 'Signature refused')
  }
  const read = event.safeParse(jsonOf(message.body))
  if (!read.success) return refusedReading(400, 'Message not understood')
  const { charge, event: eventId } = read.data
  if (!belongsTo(charge, account, settings)) return refusedReading(403, 'Another merchant or mode')
  return {
    kind: 'read',
    trust: 'signed',
    observations: [observationOf(charge, eventId)],
    reply: () => ({ status: 204, headers: {}, body: '' }),
  }
}
