import { commit, withRetries } from '../../db/commit.ts'
import type { Currency } from '../money/money.ts'
import { buyerOf, buyerSteps } from './buyer.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { RedeemVoucherInput } from './checkout-input.ts'
import { requireVoucher, voucherToWalletSteps } from './redeem-voucher-steps.ts'

export type Redeemed = Readonly<{ amountMinor: number; currency: Currency; newDeviceToken: string | undefined }>

/**
 * Puts a voucher's value on the balance, for later.
 *
 * @throws DomainError `voucher_refused` or `rate_limited`; the same answer for unknown, used, revoked and expired.
 */
export function redeemVoucher(input: RedeemVoucherInput, context: CheckoutContext): Promise<Redeemed> {
  const buyer = buyerOf(context.actor, input.once)
  return withRetries(async () => {
    const voucher = await requireVoucher(input.voucher, buyer, context)
    await commit([
      ...buyerSteps(buyer, context.now),
      ...voucherToWalletSteps({ voucher, buyer, purchaseId: null, now: context.now }),
    ])
    return { amountMinor: voucher.balanceMinor, currency: voucher.currency, newDeviceToken: buyer.newDeviceToken }
  })
}
