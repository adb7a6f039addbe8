import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Money } from '../../../money/money.ts'
import { jsonOf } from '../../callback-message.ts'
import type { X402Settings } from './x402-settings.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`))

/** What a program signs: an ERC-3009 authorisation, in the envelope of x402 version 2. */
export const paymentPayload = z.looseObject({
  x402Version: z.literal(2),
  accepted: z.record(z.string(), z.unknown()),
  payload: z.object({
    signature: z.string().regex(/^0x[0-9a-fA-F]{2,4000}$/),
    authorization: z.object({
      from: hex(20),
      to: hex(20),
      value: z.string().regex(/^\d{1,40}$/),
      validAfter: z.string().regex(/^\d{1,20}$/),
      validBefore: z.string().regex(/^\d{1,20}$/),
      nonce: hex(32),
    }),
  }),
})
export type PaymentPayload = z.output<typeof paymentPayload>

/** The one way in which an amount may be paid. */
export function requirementsOf(settings: X402Settings, amount: Money) {
  return {
    scheme: 'exact',
    network: settings.network,
    amount: String(BigInt(amount.minor) * 10n ** BigInt(settings.decimals - 2)),
    asset: settings.asset,
    payTo: settings.payTo,
    maxTimeoutSeconds: 60,
    extra: { name: settings.assetName, version: settings.assetVersion },
  }
}
export type PaymentRequirements = ReturnType<typeof requirementsOf>

/** The value of a `PAYMENT-SIGNATURE` header; undefined when it is none, or does not pay exactly what was asked. */
export function readPayment(header: string, wanted: PaymentRequirements): PaymentPayload | undefined {
  const read = paymentPayload.safeParse(jsonOf(Buffer.from(header, 'base64')))
  if (!read.success) return undefined
  const { accepted, payload } = read.data
  const { to, value } = payload.authorization
  const isWanted = isDeepStrictEqual(accepted, { ...wanted }) && to.toLowerCase() === wanted.payTo.toLowerCase()
  return isWanted && value === wanted.amount ? read.data : undefined
}

export function headerOfJson(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64')
}
