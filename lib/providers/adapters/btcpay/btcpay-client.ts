import type { z } from 'zod'
import { jsonOf } from '../../callback-message.ts'
import { ProviderSilent, ProviderUnreached, talk } from '../../talk.ts'
import type { BtcpaySettings } from './btcpay-settings.ts'

export type BtcpayCall = Readonly<{ settings: BtcpaySettings; method: 'GET' | 'POST'; path: string; body?: unknown }>
export type BtcpayAnswer = Readonly<{ status: number; body: unknown }>

/** Asks once, below `/api/v1/`. @throws ProviderSilent when the server is in trouble itself. */
export async function callBtcpay({ settings, method, path, body }: BtcpayCall): Promise<BtcpayAnswer> {
  const answer = await talk({
    method,
    url: `${settings.baseUrl}/api/v1/${path}`,
    headers: {
      authorization: `token ${settings.apiKey}`,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (answer.status >= 500 || answer.status === 429) throw new ProviderUnreached(`BTCPay answered ${answer.status}`)
  return { status: answer.status, body: jsonOf(answer.body) }
}

/** @throws ProviderSilent unless this is what was asked for. */
export function readAnswer<Shape extends z.ZodType>({ status, body }: BtcpayAnswer, shape: Shape) {
  const read = status === 200 ? shape.safeParse(body) : undefined
  if (!read?.success) throw new ProviderSilent(`BTCPay answered ${status}`)
  return read.data
}
