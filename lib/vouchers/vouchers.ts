import { keyedHash } from '../config/keys.ts'
import { isCheckedCode, normaliseCode } from '../ids/crockford.ts'
import type { Currency } from '../money/money.ts'

/** Sixteen symbols of Crockford's alphabet and a check symbol. */
export const voucherLength = 17

export type Voucher = Readonly<{
  codeHash: string
  batchId: string
  balanceMinor: number
  redeemedAt: number | null
  currency: Currency
  expiresAt: number
  batchState: 'active' | 'revoked'
}>

/** @returns The code as it is hashed, or undefined when its check symbol says that it was mistyped. */
export function readVoucherCode(typed: string): string | undefined {
  const code = normaliseCode(typed)
  return isCheckedCode(code, voucherLength) ? code : undefined
}

export function voucherHash(code: string): string {
  return keyedHash('vouchers', `voucher:v1:${code}`)
}

export function isRedeemable(voucher: Voucher, now: number): boolean {
  return (
    voucher.redeemedAt === null &&
    voucher.balanceMinor > 0 &&
    voucher.batchState === 'active' &&
    voucher.expiresAt > now
  )
}
