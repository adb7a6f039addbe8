import { commit, withRetries } from '../../db/commit.ts'
import { isForSale, revealPriceAt } from '../ads/ads.ts'
import { type AdForSale, findAdForSaleById } from '../ads/sale-queries.ts'
import { DomainError } from '../errors/domain-error.ts'
import { money } from '../money/money.ts'
import type { Quote } from '../pricing/quotes.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import type { UsableInstrument } from '../providers/instruments.ts'
import type { ChargeOpening } from '../providers/provider.ts'
import { findChargeByQuote, findPendingPurchase, findPurchase } from '../purchases/purchases-queries.ts'
import { planSettlement } from '../purchases/settlement.ts'
import { findUnlock } from '../reveals/reveals-queries.ts'
import { recordReveal } from '../reveals/reveals-store.ts'
import { listWallets } from '../wallet/wallet-queries.ts'
import { beginCharge } from './begin-charge.ts'
import { type Buyer, buyerOf } from './buyer.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { RequestUnlockInput } from './checkout-input.ts'
import { requireMsisdn } from './msisdn.ts'
import { type PurchaseOutcome, payThroughProvider } from './pay-through-provider.ts'
import { requireAccountFor, requireLiveQuote, requireQuote, requireWithinCaps } from './quote-guard.ts'
import { planVoucher } from './redeem-voucher-steps.ts'
import { cardHolderOf, requireCard } from './saved-cards.ts'
import { settlementSteps } from './settlement-steps.ts'

/**
 * Begins or finishes the purchase of a contact.
 *
 * The price is the stored quote's; the form only carries it back, signed. The same quote answered again gives the same
 * purchase, whatever the browser sent in between. The balance and vouchers settle in the commit that begins them;
 * other rails commit the purchase with its consent first and talk to the provider afterwards.
 *
 * @throws DomainError quote_invalid, quote_expired, waiver_required, ad_unavailable, own_ad, free_contact,
 *   insufficient_balance, voucher_refused, instrument_refused, contact_doubted, cap_reached, provider_unavailable.
 */
export async function requestUnlock(input: RequestUnlockInput, context: CheckoutContext): Promise<PurchaseOutcome> {
  const quote = requireQuote(input.quote, 'reveal')
  const buyer = buyerOf(context.actor, quote.id)
  const known = outcomeOfQuote(quote.id, buyer)
  if (known) return known
  requireLiveQuote(quote, context.now)
  const ad = requireSaleable(quote, buyer, context)
  if (findUnlock(buyer.payerIds, ad.id)) return { kind: 'already_unlocked', ref: ad.ref, newDeviceToken: undefined }
  if (!input.waiver) throw new DomainError('waiver_required', { fields: [{ field: 'waiver', code: 'required' }] })
  const account = requireAccountFor(quote)
  const card = requireCard(input.instrumentId, { ...context, account })
  requireWithinCaps(buyer, quote, { card, now: context.now })
  const request = { input, context, quote, buyer, ad, account, card }
  if (account.rail === 'wallet' || account.rail === 'voucher') return withRetries(() => buyAtOnce(request))
  return withRetries(() => buyThroughProvider(request))
}

type Request = Readonly<{
  input: RequestUnlockInput
  context: CheckoutContext
  quote: Quote
  buyer: Buyer
  ad: AdForSale
  account: ProviderAccount
  card: UsableInstrument | undefined
}>

function outcomeOfQuote(quoteId: string, buyer: Buyer): PurchaseOutcome | undefined {
  const charge = findChargeByQuote(quoteId)
  if (!charge) return undefined
  const { newDeviceToken } = buyer
  const purchase = findPurchase(charge.purchaseId)
  if (purchase?.state === 'settled') return { kind: 'settled', purchaseId: charge.purchaseId, newDeviceToken }
  return {
    kind: 'open',
    purchaseId: charge.purchaseId,
    opening: (charge.opening ?? undefined) as ChargeOpening | undefined,
    newDeviceToken,
  }
}

function requireSaleable(quote: Quote, buyer: Buyer, context: CheckoutContext): AdForSale {
  const ad = quote.adId === null ? undefined : findAdForSaleById(quote.adId, context.locale)
  if (!ad || !isForSale(ad, context.now)) throw new DomainError('ad_unavailable')
  if (ad.ownerId !== null && ad.ownerId === buyer.memberId) throw new DomainError('own_ad')
  const cost = revealPriceAt(ad, context.now)
  if (cost.kind === 'free') throw new DomainError('free_contact')
  if (cost.kind === 'unconfirmed') throw new DomainError('contact_doubted')
  return ad
}

function beginningOf(request: Request) {
  const { quote, buyer, ad, account, card, context, input } = request
  const pending = findPendingPurchase(buyer.payerId, ad.id)
  const joins = pending && pending.priceMinor === quote.priceMinor && pending.currency === quote.currency
  return {
    quote,
    buyer,
    account,
    pending: joins ? pending : undefined,
    replaced: joins ? undefined : pending,
    ad: {
      ref: ad.ref,
      hasPhone: ad.hasPhone,
      title: ad.title,
      priceMinor: ad.priceMinor,
      placeName: ad.placeName,
      confirmedAt: ad.confirmedAt,
      phoneVerifiedAt: ad.phoneVerifiedAt,
    },
    card,
    keepsCard: input.keepCard === true && cardHolderOf(context.actor) !== undefined,
    locale: context.locale,
    address: context.address,
    now: context.now,
  }
}

async function buyAtOnce(request: Request): Promise<PurchaseOutcome> {
  const { quote, buyer, ad, account, context, input } = request
  const known = outcomeOfQuote(quote.id, buyer)
  if (known) return known
  if (findUnlock(buyer.payerIds, ad.id)) return { kind: 'already_unlocked', ref: ad.ref, newDeviceToken: undefined }
  const wallets = listWallets(buyer.payerIds).filter((wallet) => wallet.currency === quote.currency)
  const voucher =
    account.rail === 'voucher'
      ? await planVoucher({ typed: input.voucher ?? '', buyer, quote, wallets, context })
      : undefined
  const walletId = voucher?.walletId ?? wallets.find((wallet) => wallet.balanceMinor >= quote.priceMinor)?.id
  if (walletId === undefined) throw new DomainError('insufficient_balance')
  const { purchase, charge, steps } = beginCharge({ ...beginningOf(request), walletId })
  const paid = money(quote.priceMinor, quote.currency)
  const plan = planSettlement({ purchase, charge, paid, isUnlocked: false, isAdForSale: true })
  if (plan.kind !== 'grant') throw new DomainError('conflict')
  // Once its value is on the balance a voucher purchase is a purchase from the balance.
  const spending = { ...charge, rail: 'wallet' as const }
  const payment = {
    purchase,
    charge: spending,
    account,
    paid,
    reference: undefined,
    payoutMinor: undefined,
    aliasHash: undefined,
    now: context.now,
  }
  await commit([
    ...steps,
    ...(voucher?.steps(purchase.id) ?? []),
    ...settlementSteps(payment, plan),
    // The answer to this very press is the contact.
    recordReveal({ payerId: buyer.payerId, adId: ad.id, now: context.now }),
  ])
  return { kind: 'settled', purchaseId: purchase.id, newDeviceToken: buyer.newDeviceToken }
}

async function buyThroughProvider(request: Request): Promise<PurchaseOutcome> {
  const { quote, buyer, ad, card, context, input } = request
  const known = outcomeOfQuote(quote.id, buyer)
  if (known) return known
  if (card && findUnlock(buyer.payerIds, ad.id))
    return { kind: 'already_unlocked', ref: ad.ref, newDeviceToken: undefined }
  const msisdn = requireMsisdn(input.msisdn, { quote, now: context.now })
  const { paymentProof, now } = context
  const outcome = await payThroughProvider(beginningOf(request), { msisdn, paymentProof })
  // The answer to this very press is the contact.
  if (card && outcome.kind === 'settled') await commit([recordReveal({ payerId: buyer.payerId, adId: ad.id, now })])
  return outcome
}
