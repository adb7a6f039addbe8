import { decimalAmount, money } from '../../../money/money.ts'
import type { Told, Wire } from '../wire.ts'
import { paymentIdOf, serialOf } from './paysafecard-objects.ts'

/** The unsigned notice that cards were assigned; nothing else is told, and the merchant has to ask. */
export function paysafecardWire({ charge, merchant, status }: Told): Wire | undefined {
  if (status !== 'reserved') return undefined
  const amount = decimalAmount(money(charge.amountMinor, charge.currency))
  const form = new URLSearchParams({
    mtid: paymentIdOf(charge, merchant),
    eventType: 'ASSIGN_CARDS',
    serialNumbers: `${serialOf(charge)};${charge.currency};${amount};FR00002;`,
  })
  return {
    url: charge.callbackUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  }
}
