import { z } from 'zod'
import { currencies } from '../../../money/money.ts'
import { formParameters, jsonOf, plainReply, refusedReading } from '../../callback-message.ts'
import type { AccountContext, CallbackMessage, CallbackReading, PaymentProvider } from '../../provider.ts'
import {
  capturePaysafecardCharge,
  fetchPaysafecardCharge,
  openPaysafecardCharge,
  refundPaysafecardCharge,
} from './paysafecard-charge.ts'
import { correlatorOf } from './paysafecard-payment.ts'
import { paysafecardSettings, paysafecardSettingsDescription } from './paysafecard-settings.ts'

/** Prepaid codes from a shop, typed on paysafecard's own page: we never see one. */
export const paysafecardProvider: PaymentProvider = {
  kind: 'paysafecard',
  rail: 'prepaid_card',
  facts: {
    isTelco: false,
    providerOwesVat: false,
    addedCost: 'none',
    countries: 'any',
    currencies,
    amounts: { minMinor: 1, maxMinor: 100_000 },
    evidence: 'A',
    testedAgainst: '',
  },
  settings: paysafecardSettingsDescription,
  openCharge: openPaysafecardCharge,
  readCallback,
  fetchCharge: fetchPaysafecardCharge,
  captureCharge: capturePaysafecardCharge,
  refundCharge: refundPaysafecardCharge,
  payerHosts: () => ['https://*.paysafecard.com'],
}

const jsonNotification = z.object({
  eventType: z.string(),
  data: z.object({ payment_id: z.string() }),
})

/** `eventType=ASSIGN_CARDS`, as a form or as JSON, unsigned: it only makes us ask, and take what is reserved. */
function readCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  const settings = paysafecardSettings(account)
  if (message.method !== 'POST') return refusedReading(405, 'POST only')
  const id = paymentIn(message)
  const correlator = id === undefined ? undefined : correlatorOf(id, settings)
  if (id === undefined || correlator === undefined) return refusedReading(400, 'No payment of ours named')
  return {
    kind: 'read',
    trust: 'hint',
    observations: [
      {
        eventId: `paysafecard:${id}`,
        reference: id,
        correlator,
        state: 'authorized',
        amount: undefined,
        isTest: account.mode === 'test',
        at: message.receivedAt,
      },
    ],
    reply: () => plainReply(200, 'OK'),
  }
}

function paymentIn({ body }: CallbackMessage): string | undefined {
  const json = jsonNotification.safeParse(jsonOf(body))
  return json.success ? json.data.data.payment_id : formParameters(body).get('mtid')
}
