import type { Charge } from '../../lib/purchases/purchases.ts'

/** What the demonstration's payment company says when a charge is paid. */
export function paidEvent(charge: Charge, changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    event: `evt_${charge.id.replaceAll('-', '')}`,
    charge: {
      id: `ch_${charge.id}`,
      correlator: charge.correlator,
      merchant: 'demo-merchant',
      mode: 'test',
      status: 'paid',
      reason: null,
      amount: (charge.billedMinor / 100).toFixed(2),
      currency: charge.currency,
      reversedAmount: '0.00',
      payer: null,
      at: Math.floor(Date.now() / 1000),
      ...changes,
    },
  })
}
