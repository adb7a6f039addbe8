import { commit, withRetries } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { ChargeOpening } from '../providers/provider.ts'
import { findChargeByQuote } from '../purchases/purchases-queries.ts'
import { topUpAmounts, walletIdOf, walletLimitMinor } from '../wallet/wallet.ts'
import { listWallets } from '../wallet/wallet-queries.ts'
import { beginCharge } from './begin-charge.ts'
import { buyerOf } from './buyer.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { RequestTopUpInput } from './checkout-input.ts'
import { requireMsisdn } from './msisdn.ts'
import { openWithFailover } from './open-with-failover.ts'
import { requireAccountFor, requireLiveQuote, requireQuote, requireWithinCaps } from './quote-guard.ts'
import type { PurchaseOutcome } from './request-unlock.ts'

/**
 * Begins a top-up of the balance through any rail but the balance itself and vouchers, which have their own way in.
 *
 * @throws DomainError quote_invalid, quote_expired, provider_unavailable, cap_reached.
 */
export async function requestTopUp(input: RequestTopUpInput, context: CheckoutContext): Promise<PurchaseOutcome> {
  const quote = requireQuote(input.quote, 'top_up')
  const buyer = buyerOf(context.actor, quote.id)
  const known = findChargeByQuote(quote.id)
  const { newDeviceToken } = buyer
  if (known)
    return {
      kind: 'open',
      purchaseId: known.purchaseId,
      opening: (known.opening ?? undefined) as ChargeOpening | undefined,
      newDeviceToken,
    }
  requireLiveQuote(quote, context.now)
  if (!topUpAmounts[quote.currency].includes(quote.priceMinor)) throw new DomainError('quote_invalid')
  const account = requireAccountFor(quote)
  if (account.rail === 'wallet' || account.rail === 'voucher') throw new DomainError('quote_invalid')
  const wallet = listWallets([buyer.payerId]).find(({ id }) => id === walletIdOf(buyer.payerId, quote.currency))
  if ((wallet?.balanceMinor ?? 0) + quote.priceMinor > walletLimitMinor) throw new DomainError('cap_reached')
  requireWithinCaps(buyer, quote, context.now)
  const msisdn = requireMsisdn(input.msisdn, { quote, now: context.now })
  const { locale, address, now } = context
  const beginning = { quote, buyer, account, pending: undefined, ad: undefined, locale, address, now }
  const { purchase, charge, steps } = beginCharge(beginning)
  await withRetries(() => commit(steps))
  const { pricePointId } = quote
  const opened = await openWithFailover({
    beginning,
    opening: { purchase, charge, account, pricePointId, adRef: undefined, msisdn, locale, now },
  })
  return {
    kind: 'open',
    purchaseId: purchase.id,
    opening: opened.kind === 'opened' ? opened.opening : undefined,
    newDeviceToken,
  }
}
