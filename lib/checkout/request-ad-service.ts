import { commit, withRetries } from '../../db/commit.ts'
import { type AdForSale, findAdForSaleById } from '../ads/sale-queries.ts'
import { DomainError } from '../errors/domain-error.ts'
import { money } from '../money/money.ts'
import { type Quote, readQuote } from '../pricing/quotes.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import type { UsableInstrument } from '../providers/instruments.ts'
import type { ChargeOpening } from '../providers/provider.ts'
import { findChargeByQuote, findPendingOfKind, findPurchase } from '../purchases/purchases-queries.ts'
import { planSettlement } from '../purchases/settlement.ts'
import { listWallets } from '../wallet/wallet-queries.ts'
import { isAdService, serviceState } from './ad-services.ts'
import { beginCharge } from './begin-charge.ts'
import { type Buyer, buyerOf } from './buyer.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { RequestUnlockInput } from './checkout-input.ts'
import { requireMsisdn } from './msisdn.ts'
import { type PurchaseOutcome, payThroughProvider } from './pay-through-provider.ts'
import { requireAccountFor, requireLiveQuote, requireWithinCaps } from './quote-guard.ts'
import { planVoucher } from './redeem-voucher-steps.ts'
import { cardHolderOf, requireCard } from './saved-cards.ts'
import { settlementSteps } from './settlement-steps.ts'

/**
 * Begins or finishes the purchase of something for an ad: its publication or a better place. Whoever holds the link may
 * pay, with or without an account; the ad gets it.
 *
 * @throws DomainError quote_invalid, quote_expired, waiver_required, ad_unavailable, already_paid,
 *   insufficient_balance, voucher_refused, instrument_refused, cap_reached, provider_unavailable.
 */
export async function requestAdService(input: RequestUnlockInput, context: CheckoutContext): Promise<PurchaseOutcome> {
  const quote = readQuote(input.quote)
  if (!quote || !isAdService(quote.kind)) throw new DomainError('quote_invalid')
  const buyer = buyerOf(context.actor, quote.id)
  const known = outcomeOfQuote(quote.id, buyer)
  if (known) return known
  requireLiveQuote(quote, context.now)
  if (!input.waiver) throw new DomainError('waiver_required', { fields: [{ field: 'waiver', code: 'required' }] })
  const account = requireAccountFor(quote)
  const card = requireCard(input.instrumentId, { ...context, account })
  requireWithinCaps(buyer, quote, { card, now: context.now })
  const request = { input, context, quote, buyer, account, card }
  if (account.rail === 'wallet' || account.rail === 'voucher') return withRetries(() => buyAtOnce(request))
  return withRetries(() => buyThroughProvider(request))
}

type Request = Readonly<{
  input: RequestUnlockInput
  context: CheckoutContext
  quote: Quote
  buyer: Buyer
  account: ProviderAccount
  card: UsableInstrument | undefined
}>

function outcomeOfQuote(quoteId: string, buyer: Buyer): PurchaseOutcome | undefined {
  const charge = findChargeByQuote(quoteId)
  const purchase = charge && findPurchase(charge.purchaseId)
  if (!charge || !purchase) return undefined
  const { newDeviceToken } = buyer
  const { purchaseId } = charge
  if (purchase.state === 'settled') return { kind: 'settled', purchaseId, newDeviceToken }
  return {
    kind: 'open',
    purchaseId,
    opening: (charge.opening ?? undefined) as ChargeOpening | undefined,
    newDeviceToken,
  }
}

/** Looked at again on each try: somebody else may have paid meanwhile. */
function requireOpen({ quote, context }: Request): AdForSale {
  const ad = quote.adId === null ? undefined : findAdForSaleById(quote.adId, context.locale)
  const state = isAdService(quote.kind) ? serviceState(ad, quote.kind, context.now) : 'closed'
  if (state === 'given') throw new DomainError('already_paid')
  if (!ad || state === 'closed') throw new DomainError('ad_unavailable')
  return ad
}

function beginningOf(request: Request) {
  const { quote, buyer, account, card, context, input } = request
  const { ref, hasPhone, title, priceMinor, placeName, confirmedAt, phoneVerifiedAt, id } = requireOpen(request)
  const pending = findPendingOfKind(buyer.payerId, { adId: id, kind: quote.kind })
  const joins = pending && pending.priceMinor === quote.priceMinor && pending.currency === quote.currency
  return {
    quote,
    buyer,
    account,
    pending: joins ? pending : undefined,
    replaced: joins ? undefined : pending,
    ad: { ref, hasPhone, title, priceMinor, placeName, confirmedAt, phoneVerifiedAt },
    card,
    keepsCard: input.keepCard === true && cardHolderOf(context.actor) !== undefined,
    locale: context.locale,
    address: context.address,
    now: context.now,
  }
}

async function buyAtOnce(request: Request): Promise<PurchaseOutcome> {
  const { quote, buyer, account, context, input } = request
  const known = outcomeOfQuote(quote.id, buyer)
  if (known) return known
  const beginning = beginningOf(request)
  const wallets = listWallets(buyer.payerIds).filter((wallet) => wallet.currency === quote.currency)
  const voucher =
    account.rail === 'voucher'
      ? await planVoucher({ typed: input.voucher ?? '', buyer, quote, wallets, context })
      : undefined
  const walletId = voucher?.walletId ?? wallets.find((wallet) => wallet.balanceMinor >= quote.priceMinor)?.id
  if (walletId === undefined) throw new DomainError('insufficient_balance')
  const { purchase, charge, steps } = beginCharge({ ...beginning, walletId })
  const paid = money(quote.priceMinor, quote.currency)
  const plan = planSettlement({ purchase, charge, paid, isUnlocked: false, isAdForSale: true })
  if (plan.kind !== 'grant') throw new DomainError('conflict')
  const payment = {
    purchase,
    charge: { ...charge, rail: 'wallet' as const },
    account,
    paid,
    reference: undefined,
    payoutMinor: undefined,
    aliasHash: undefined,
    now: context.now,
  }
  await commit([...steps, ...(voucher?.steps(purchase.id) ?? []), ...settlementSteps(payment, plan)])
  return { kind: 'settled', purchaseId: purchase.id, newDeviceToken: buyer.newDeviceToken }
}

async function buyThroughProvider(request: Request): Promise<PurchaseOutcome> {
  const { quote, buyer, context, input } = request
  const known = outcomeOfQuote(quote.id, buyer)
  if (known) return known
  return payThroughProvider(beginningOf(request), { msisdn: requireMsisdn(input.msisdn, { quote, now: context.now }) })
}
