import type { Told, Wire } from '../wire.ts'

/** The classic webhook: a payment's id and nothing else. It is not called while a payment waits. */
export function mollieWire({ charge, status }: Told): Wire | undefined {
  if (status === 'open' || status === 'reserved' || status === 'confirming') return undefined
  return {
    url: charge.callbackUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ id: charge.id }).toString(),
  }
}
