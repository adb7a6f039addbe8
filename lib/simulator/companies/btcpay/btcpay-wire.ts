import { createHmac, randomUUID } from 'node:crypto'
import { second } from '../../../time/time.ts'
import type { ChargeStatus } from '../../company-store.ts'
import type { Told, Wire } from '../wire.ts'
import { recordOf } from './btcpay-objects.ts'

const types: Partial<Record<ChargeStatus, Readonly<Record<string, unknown>>>> = {
  confirming: { type: 'InvoiceProcessing', overPaid: false },
  paid: { type: 'InvoiceSettled', manuallyMarked: false, overPaid: false },
  cancelled: { type: 'InvoiceInvalid', manuallyMarked: true },
  expired: { type: 'InvoiceExpired', partiallyPaid: false },
}

/** A signed delivery; each try is a delivery of its own that names the first. */
export function btcpayWire({ charge, merchant, event, status, now }: Told): Wire | undefined {
  const told = types[status]
  if (!told) return undefined
  const { settings } = merchant.account
  const isRedelivery = event.attempts > 0
  const body = JSON.stringify({
    deliveryId: isRedelivery ? randomUUID() : event.id,
    webhookId: `hook-${merchant.account.id}`,
    originalDeliveryId: event.id,
    isRedelivery,
    timestamp: Math.floor(now / second),
    storeId: settings['storeId'],
    invoiceId: charge.id,
    metadata: recordOf(charge)?.metadata ?? {},
    ...told,
  })
  const signature = createHmac('sha256', settings['secret'] ?? '')
    .update(body)
    .digest('hex')
  const headers = { 'content-type': 'application/json', 'btcpay-sig': `sha256=${signature}` }
  return { url: charge.callbackUrl, headers, body }
}
