import { withRetries } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { ChargeOpening } from '../providers/provider.ts'
import { findChargeByQuote, findPurchase } from '../purchases/purchases-queries.ts'
import { topUpAmounts, walletIdOf, walletLimitMinor } from '../wallet/wallet.ts'
import { listWallets } from '../wallet/wallet-queries.ts'
import type { Beginning } from './begin-charge.ts'
import { type Buyer, buyerOf } from './buyer.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { RequestTopUpInput } from './checkout-input.ts'
import { requireMsisdn } from './msisdn.ts'
import { type PurchaseOutcome, payThroughProvider } from './pay-through-provider.ts'
import { requireAccountFor, requireLiveQuote, requireQuote, requireWithinCaps } from './quote-guard.ts'
import { cardHolderOf, requireCard } from './saved-cards.ts'

/**
 * Begins a top-up of the balance through any rail but the balance itself and vouchers, which have their own way in. The
 * same quote answered again gives the same top-up, however many presses arrive at once.
 *
 * @throws DomainError quote_invalid, quote_expired, provider_unavailable, instrument_refused, cap_reached.
 */
export async function requestTopUp(input: RequestTopUpInput, context: CheckoutContext): Promise<PurchaseOutcome> {
  const quote = requireQuote(input.quote, 'top_up')
  const buyer = buyerOf(context.actor, quote.id)
  const known = outcomeOfQuote(quote.id, buyer)
  if (known) return known
  requireLiveQuote(quote, context.now)
  if (!topUpAmounts[quote.currency].includes(quote.priceMinor)) throw new DomainError('quote_invalid')
  const account = requireAccountFor(quote)
  if (account.rail === 'wallet' || account.rail === 'voucher') throw new DomainError('quote_invalid')
  const wallet = listWallets([buyer.payerId]).find(({ id }) => id === walletIdOf(buyer.payerId, quote.currency))
  if ((wallet?.balanceMinor ?? 0) + quote.priceMinor > walletLimitMinor) throw new DomainError('cap_reached')
  const card = requireCard(input.instrumentId, { ...context, account })
  requireWithinCaps(buyer, quote, { card, now: context.now })
  const msisdn = requireMsisdn(input.msisdn, { quote, now: context.now })
  const keepsCard = input.keepCard === true && cardHolderOf(context.actor) !== undefined
  const { locale, address, now } = context
  const terms = { quote, buyer, account, card, keepsCard, pending: undefined, ad: undefined }
  const beginning: Beginning = { ...terms, locale, address, now }
  return withRetries(async () => outcomeOfQuote(quote.id, buyer) ?? payThroughProvider(beginning, { msisdn }))
}

function outcomeOfQuote(quoteId: string, { newDeviceToken }: Buyer): PurchaseOutcome | undefined {
  const charge = findChargeByQuote(quoteId)
  if (!charge) return undefined
  const { purchaseId } = charge
  if (findPurchase(purchaseId)?.state === 'settled') return { kind: 'settled', purchaseId, newDeviceToken }
  const opening = (charge.opening ?? undefined) as ChargeOpening | undefined
  return { kind: 'open', purchaseId, opening, newDeviceToken }
}
