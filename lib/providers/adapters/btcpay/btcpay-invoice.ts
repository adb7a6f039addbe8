import { z } from 'zod'
import { isCurrency, type Money, money } from '../../../money/money.ts'
import type { ChargeState } from '../../../money/rails.ts'
import type { AccountContext, Observation } from '../../provider.ts'
import { ProviderSilent } from '../../talk.ts'

/** An invoice as the Greenfield description has it, as far as we read it. */
export const btcpayInvoice = z.object({
  id: z.string().regex(/^\w{1,80}$/),
  storeId: z.string(),
  amount: z.string(),
  paidAmount: z.string().nullish(),
  currency: z.string(),
  checkoutLink: z.string(),
  status: z.enum(['New', 'Processing', 'Expired', 'Invalid', 'Settled']),
  additionalStatus: z.enum(['None', 'PaidLate', 'PaidPartial', 'Marked', 'Invalid', 'PaidOver']),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
export type BtcpayInvoice = z.output<typeof btcpayInvoice>

const states: Readonly<Record<BtcpayInvoice['status'], ChargeState>> = {
  New: 'awaiting_payer',
  Processing: 'pending',
  Settled: 'paid',
  Expired: 'expired',
  Invalid: 'failed',
}

/** Which of our charges an invoice is for; undefined for one of another shop that uses the same store. */
export function correlatorIn({ metadata }: BtcpayInvoice): string | undefined {
  const value = metadata?.['correlator']
  return typeof value === 'string' ? value : undefined
}

/**
 * What an invoice says of its charge. Money that came late, or not all of it, is `paid` with what arrived: the books
 * decide what becomes of it. An invoice somebody marked by hand counts for what arrived, and no more.
 *
 * @throws ProviderSilent when it is in a currency we do not keep.
 */
export function observationOf(
  invoice: BtcpayInvoice,
  { account, at }: Readonly<{ account: AccountContext; at: number }>,
): Observation {
  const asked = wholeCents(invoice.amount, invoice.currency)
  const arrived = invoice.paidAmount ? wholeCents(invoice.paidAmount, invoice.currency) : undefined
  if (!asked) throw new ProviderSilent('BTCPay named no amount that we keep')
  const paid = paidOf(invoice, { asked, arrived })
  const state = paid ? 'paid' : invoice.status === 'Settled' ? 'pending' : states[invoice.status]
  return {
    eventId: `asked:${invoice.id}:${invoice.status}:${invoice.additionalStatus}:${paid?.minor ?? 0}`,
    reference: invoice.id,
    correlator: correlatorIn(invoice),
    state,
    amount: paid,
    // The interface has no mark for tests: a regtest server is another server.
    isTest: account.mode === 'test',
    ...(state === 'failed' ? { failure: 'unknown' as const } : {}),
    at,
  }
}

type Amounts = Readonly<{ asked: Money; arrived: Money | undefined }>

function paidOf({ status, additionalStatus }: BtcpayInvoice, { asked, arrived }: Amounts): Money | undefined {
  const some = arrived && arrived.minor > 0 ? arrived : undefined
  if (status === 'Expired') return additionalStatus === 'None' ? undefined : some
  if (status !== 'Settled') return undefined
  if (additionalStatus === 'Marked' || additionalStatus === 'PaidPartial') return some
  // The server itself called it settled in full: a rounded rate must not make it a cent short.
  return some && some.minor > asked.minor ? some : asked
}

/** Decimal text in minor units, what is smaller than one cut off: never more than arrived. */
function wholeCents(text: string, currency: string): Money | undefined {
  const [, whole = '', fraction = ''] = /^(\d{1,9})(?:\.(\d{1,20}))?$/.exec(text) ?? []
  if (whole === '' || !isCurrency(currency)) return undefined
  return money(Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2)), currency)
}
