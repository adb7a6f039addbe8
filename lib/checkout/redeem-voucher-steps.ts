import type { Step } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import type { Quote } from '../pricing/quotes.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { isRedeemable, readVoucherCode, type Voucher, voucherHash } from '../vouchers/vouchers.ts'
import { findVoucher } from '../vouchers/vouchers-queries.ts'
import { redeemVoucher } from '../vouchers/vouchers-store.ts'
import { type Wallet, walletIdOf } from '../wallet/wallet.ts'
import { creditWallet, insertWallet } from '../wallet/wallet-store.ts'
import type { Buyer } from './buyer.ts'
import type { CheckoutContext } from './checkout-context.ts'

const refused = () => new DomainError('voucher_refused', { fields: [{ field: 'voucher', code: 'refused' }] })

/**
 * Reads a voucher somebody typed. A mistyped code costs no attempt; every other try is counted for the device, the
 * address and the whole site, and unknown, used, revoked and expired codes get one and the same answer.
 *
 * @throws DomainError `voucher_refused` or `rate_limited`.
 */
export async function requireVoucher(typed: string, buyer: Buyer, context: CheckoutContext): Promise<Voucher> {
  const code = readVoucherCode(typed)
  if (code === undefined) throw new DomainError('voucher_refused', { fields: [{ field: 'voucher', code: 'mistyped' }] })
  await consumeLimit('voucher_device', buyer.deviceHash)
  await consumeLimit('voucher_address', context.address)
  await consumeLimit('voucher_global', 'all')
  const voucher = findVoucher(voucherHash(code))
  if (!voucher || !isRedeemable(voucher, context.now)) throw refused()
  return voucher
}

type Redemption = Readonly<{ voucher: Voucher; buyer: Buyer; purchaseId: string | null; now: number }>

/** Moves a voucher's whole value to the payer's balance: used once, and nothing of it is lost. */
export function voucherToWalletSteps({ voucher, buyer, purchaseId, now }: Redemption): Step[] {
  const { codeHash, balanceMinor, currency, batchId } = voucher
  const walletId = walletIdOf(buyer.payerId, currency)
  return [
    ...redeemVoucher({ codeHash, purchaseId, payerId: buyer.payerId, amountMinor: balanceMinor, at: now }),
    insertWallet({ id: walletId, payerId: buyer.payerId, currency, balanceMinor: 0, createdAt: now }),
    creditWallet(walletId, balanceMinor),
    ...postTransaction({
      kind: 'redemption',
      sourceId: codeHash,
      purchaseId: purchaseId ?? undefined,
      currency,
      at: now,
      entries: [
        { account: accounts.vouchersOutstanding(batchId), amountMinor: balanceMinor },
        { account: accounts.wallet(walletId), amountMinor: -balanceMinor },
      ],
    }),
  ]
}

type VoucherPlan = Readonly<{ walletId: string; steps: (purchaseId: string) => Step[] }>

/** @throws DomainError `insufficient_balance` when voucher and balance together do not reach the price; nothing is used. */
export async function planVoucher(
  request: Readonly<{
    typed: string
    buyer: Buyer
    quote: Quote
    wallets: readonly Wallet[]
    context: CheckoutContext
  }>,
): Promise<VoucherPlan> {
  const { buyer, quote, wallets, context } = request
  const voucher = await requireVoucher(request.typed, buyer, context)
  const walletId = walletIdOf(buyer.payerId, quote.currency)
  const balance = wallets.find((wallet) => wallet.id === walletId)?.balanceMinor ?? 0
  if (voucher.currency !== quote.currency) throw refused()
  if (balance + voucher.balanceMinor < quote.priceMinor) throw new DomainError('insufficient_balance')
  return { walletId, steps: (purchaseId) => voucherToWalletSteps({ voucher, buyer, purchaseId, now: context.now }) }
}
