import { createHmac } from 'node:crypto'
import type { ChargeStatus } from '../company-store.ts'
import { btcpayWire } from './btcpay/btcpay-wire.ts'
import { camaraWire } from './camara/camara-wire.ts'
import { dimocoWire } from './dimoco/dimoco-wire.ts'
import { mollieWire } from './mollie/mollie-wire.ts'
import { neosurfWire } from './neosurf/neosurf-wire.ts'
import { paysafecardWire } from './paysafecard/paysafecard-wire.ts'
import { stripeWire } from './stripe/stripe-wire.ts'
import type { Told, Wire } from './wire.ts'

const wires: Readonly<Record<string, (told: Told) => Wire | undefined>> = {
  camara: camaraWire,
  dimoco: dimocoWire,
  paysafecard: paysafecardWire,
  neosurf: neosurfWire,
  mollie: mollieWire,
  btcpay: btcpayWire,
  stripe: stripeWire,
}

/** How a merchant's company tells it of an event; undefined when it has no word for it. */
export function wireOf(told: Omit<Told, 'status' | 'isReversal'>): Wire | undefined {
  const write = wires[told.merchant.account.kind]
  if (!write) return demonstrationWire(told)
  const { charge }: { charge: { status: ChargeStatus; reversedAmount: string } } = JSON.parse(told.event.body)
  return write({ ...told, status: charge.status, isReversal: charge.reversedAmount !== '0.00' })
}

/** The demonstration's own company signs the time and the raw body. */
function demonstrationWire({ charge, merchant, event, now }: Omit<Told, 'status' | 'isReversal'>): Wire {
  const seconds = Math.floor(now / 1000)
  const secret = merchant.account.settings['secret'] ?? ''
  const signature = createHmac('sha256', secret).update(`${seconds}.${event.body}`).digest('hex')
  return {
    url: charge.callbackUrl,
    headers: { 'content-type': 'application/json', 'x-signature': `t=${seconds},v1=${signature}` },
    body: event.body,
  }
}
