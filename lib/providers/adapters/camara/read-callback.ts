import { z } from 'zod'
import type { ChargeState } from '../../../money/rails.ts'
import { headerOf, jsonOf, queryParameters, refusedReading } from '../../callback-message.ts'
import type { AccountContext, CallbackMessage, CallbackReading } from '../../provider.ts'
import { camaraSettings } from './camara-settings.ts'
import { isSinkToken } from './camara-token.ts'

const prefix = 'org.camaraproject.carrier-billing'
const cloudEvent = z.object({
  id: z.string().min(1).max(200),
  source: z.string().min(1).max(300),
  specversion: z.literal('1.0'),
  type: z.string().startsWith(prefix),
  time: z.iso.datetime({ offset: true }),
  data: z.object({
    paymentId: z.string().min(1).max(200),
    status: z.enum(['succeeded', 'failed']),
    description: z.string(),
  }),
})

/** What each event means when its `data.status` says that it succeeded. A completed event may say that it failed. */
const states: Readonly<Record<string, ChargeState>> = {
  'payment-pending-validation': 'awaiting_payer',
  'payment-reserved': 'authorized',
  'payment-completed': 'paid',
  'payment-cancelled': 'cancelled',
  'payment-denied': 'failed',
}

/**
 * Reads a CloudEvent. The bearer token is one charge's own, made from our secret and the correlator in the address. An
 * event names neither amount nor merchant, so it is a hint and the operator is asked.
 *
 * Source: CAMARA Carrier Billing 0.5.0, callback `notifications` (grade A). Answer: an empty 204.
 */
export function readCamaraCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  const settings = camaraSettings(account)
  if (message.method !== 'POST') return refusedReading(405, 'POST only')
  const correlator = queryParameters(message.url).get('charge') ?? ''
  const bearer = /^Bearer (\S+)$/i.exec(headerOf(message, 'authorization') ?? '')?.[1] ?? ''
  if (correlator === '' || !isSinkToken(settings, correlator, bearer)) return refusedReading(401, 'Token refused')
  const read = cloudEvent.safeParse(jsonOf(message.body))
  if (!read.success) return refusedReading(400, 'Event not understood')
  const { id, source, type, data } = read.data
  const state = stateOf(type, data.status)
  const observation = {
    eventId: `${source}:${id}`,
    reference: data.paymentId,
    correlator,
    state: state ?? 'pending',
    amount: undefined,
    isTest: account.mode === 'test',
    at: message.receivedAt,
  } as const
  return {
    kind: 'read',
    trust: 'hint',
    // Events about refunds and those of later versions move no charge.
    observations: state === undefined ? [] : [observation],
    reply: () => ({ status: 204, headers: {}, body: '' }),
  }
}

function stateOf(type: string, status: 'succeeded' | 'failed'): ChargeState | undefined {
  const name = /^org\.camaraproject\.carrier-billing\.v\d+\.(payment-[a-z-]+)$/.exec(type)?.[1]
  const state = name === undefined ? undefined : states[name]
  if (state === 'paid' && status === 'failed') return 'failed'
  return state === 'cancelled' && status === 'failed' ? undefined : state
}
