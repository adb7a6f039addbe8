import type { Told, Wire } from '../wire.ts'
import { findPayment } from './camara-payments.ts'

const types: Readonly<Record<string, string>> = {
  open: 'payment-pending-validation',
  reserved: 'payment-reserved',
  paid: 'payment-completed',
  declined: 'payment-denied',
  cancelled: 'payment-cancelled',
  expired: 'payment-cancelled',
}

/** A CloudEvent for the sink of a payment; undefined where there is none, or no event for what happened. */
export function camaraWire({ charge, event, status, isReversal }: Told): Wire | undefined {
  const record = findPayment(charge.id)
  const type = types[status]
  // An operator's claw-back stands in its statement only: the format has no event for it.
  if (!record?.sink || type === undefined || isReversal) return undefined
  const time = new Date(event.at).toISOString()
  const body = JSON.stringify({
    id: event.id,
    source: 'https://onde-mobile.example/carrier-billing',
    specversion: '1.0',
    type: `org.camaraproject.carrier-billing.v0.${type}`,
    datacontenttype: 'application/json',
    time,
    data: {
      paymentId: charge.id,
      status: 'succeeded',
      description: `Payment ${status}`,
      ...(status === 'paid' ? { paymentDate: time } : {}),
      ...(status === 'declined' ? { denialReason: charge.reason ?? 'declined' } : {}),
    },
  })
  const token = record.sinkToken === null ? {} : { authorization: `Bearer ${record.sinkToken}` }
  return { url: record.sink, headers: { ...token, 'content-type': 'application/cloudevents+json' }, body }
}
