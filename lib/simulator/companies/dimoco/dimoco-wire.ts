import { createHmac } from 'node:crypto'
import type { Told, Wire } from '../wire.ts'
import { resultXml } from './dimoco-result.ts'

const results: Readonly<Record<string, Readonly<{ status: string; code: string }>>> = {
  confirming: { status: '5', code: '0' },
  paid: { status: '0', code: '0' },
  declined: { status: '9', code: '210' },
  cancelled: { status: '9', code: '211' },
  expired: { status: '9', code: '212' },
}

/** A form with the result and its digest; undefined for what DIMOCO tells nobody. */
export function dimocoWire({ charge, merchant, status, isReversal }: Told): Wire | undefined {
  const result = results[status]
  // A claw-back stands in the statement only.
  if (!result || isReversal) return undefined
  const data = resultXml(charge, { ...result, requestId: '', isBilled: status === 'paid', isSync: false })
  const digest = createHmac('sha256', merchant.account.settings['secret'] ?? '')
    .update(data)
    .digest('hex')
  return {
    url: charge.callbackUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ data, digest }).toString(),
  }
}
