import { z } from 'zod'
import { isCurrency, type Money, parseDecimalAmount } from '../../../money/money.ts'
import type { ChargeState } from '../../../money/rails.ts'
import type { Observation } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'

const amount = z.object({ currency: z.string(), value: z.string() })
const metadata = z.unknown().optional()

/** A payment as Mollie describes it, as far as we read it. */
export const molliePayment = z.object({
  id: z.string().regex(/^tr_\w+$/),
  mode: z.enum(['live', 'test']),
  status: z.enum(['open', 'canceled', 'pending', 'authorized', 'expired', 'failed', 'paid']),
  amount,
  amountRefunded: amount.optional(),
  amountChargedBack: amount.optional(),
  metadata,
  _links: z.object({ checkout: z.object({ href: z.string() }).nullish() }),
})
export type MolliePayment = z.output<typeof molliePayment>

export const mollieRefund = z.object({ id: z.string(), status: z.string(), amount, metadata })
export const mollieChargeback = z.object({ id: z.string(), amount, reversedAt: z.string().nullish() })

const states: Readonly<Record<MolliePayment['status'], ChargeState>> = {
  open: 'awaiting_payer',
  pending: 'pending',
  authorized: 'authorized',
  paid: 'paid',
  failed: 'failed',
  canceled: 'cancelled',
  expired: 'expired',
}

/** @throws ProviderSilent when it was paid in a currency we do not keep. */
export function observationOf(
  payment: MolliePayment,
  { reversedMinor, at }: Readonly<{ reversedMinor: number; at: number }>,
): Observation {
  const state = states[payment.status]
  const paid = mollieMoney(payment.amount)
  if (state === 'paid' && !paid) throw new ProviderSilent('Mollie named no amount that we keep')
  return {
    eventId: `asked:${payment.id}:${payment.status}:${reversedMinor}`,
    reference: payment.id,
    correlator: markIn(payment.metadata, 'correlator'),
    state,
    amount: state === 'paid' ? paid : undefined,
    ...(reversedMinor > 0 ? { reversedMinor } : {}),
    isTest: payment.mode === 'test',
    ...(state === 'failed' ? { failure: 'declined' as const } : {}),
    at,
  }
}

export function mollieMoney({ currency, value }: z.output<typeof amount>): Money | undefined {
  return isCurrency(currency) ? parseDecimalAmount(value, currency) : undefined
}

/** What we wrote on a payment or a refund; metadata may be anything on those made elsewhere. */
export function markIn(marks: unknown, name: 'correlator' | 'refund'): string | undefined {
  const read = z.record(z.string(), z.unknown()).safeParse(marks)
  const value = read.success ? read.data[name] : undefined
  return typeof value === 'string' ? value : undefined
}
