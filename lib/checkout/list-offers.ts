import { categoryTrail } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Money } from '../money/money.ts'
import { money, splitGross } from '../money/money.ts'
import type { PurchaseKind, Rail } from '../money/rails.ts'
import type { Payer } from '../payers/payers.ts'
import { offeredPrice, type PriceRule } from '../pricing/price-rules.ts'
import { listPriceRules } from '../pricing/price-rules-queries.ts'
import { newQuote, type Quote, signQuote } from '../pricing/quotes.ts'
import { billingOf, type ProviderAccount } from '../providers/accounts.ts'
import { listAccounts } from '../providers/accounts-queries.ts'
import type { SavedInstrument } from '../providers/instruments.ts'
import { providerOf } from '../providers/registry.ts'
import { canServe, type Device, type Routed, rankRoutes } from '../providers/routing.ts'
import { withTermsAt } from '../providers/terms-queries.ts'
import { collectedSince } from '../purchases/purchases-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { monthStart } from '../time/time.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { type ConsentTexts, consentTexts, type SoldContact } from './consent.ts'
import { isOffered } from './quote-guard.ts'
import { canKeepCards, cardHolderOf, listUsableCards } from './saved-cards.ts'

/** One way to pay, with everything the payer must read before choosing it. */
export type Offer = Readonly<{
  /** Names it among the offers of its page. */
  id: string
  accountId: string
  rail: Rail
  /** The exact amount the payer is billed. */
  billed: Money
  /** What of it goes to the balance, where the rail has fixed steps. */
  surplus: Money
  addedCost: 'none' | 'text_message' | 'call'
  isTelco: boolean
  /** The short code or number billed, where there is one. */
  number: string | undefined
  /** The signed price to send back: `quote`. Unique to this page and this method. */
  quote: string
  consent: ConsentTexts
  /** With the balance: what is on it now. */
  balance: Money | undefined
  /** With the balance: it does not cover the price. */
  isShort: boolean
  /** The kept card that its button charges, at once. */
  card: Readonly<{ id: string; label: string }> | undefined
  /** The payer may have the card kept that she pays with here. */
  canKeep: boolean
}>

export type OfferRequest = Readonly<{
  kind: PurchaseKind
  ad: (SoldContact & Readonly<{ id: number; categoryId: number }>) | undefined
  /** What everybody is shown; the payer's country and the rail may have a price of their own. */
  price: Money
  country: string
  wallets: readonly Wallet[]
  payer: Payer
  /** What the payer holds; unknown where no browser asks. */
  device?: Device | undefined
  locale: Locale
  now: number
}>

/** The newest cards; the others wait in the account. */
const cardsOffered = 3

/**
 * The ways to pay a price from a country, one for each rail, in the operator's order or the best net first, the balance
 * before all when it covers the price, then the cards a member had kept. An account that rests after failures or has
 * reached its cap is left out, with the cards it keeps.
 *
 * Each carries its own quote, so that one press of one button is one consent to one amount.
 */
export function listOffers(request: OfferRequest): readonly Offer[] {
  const rules = listPriceRules()
  const holder = cardHolderOf(request.payer)
  const cards = holder === undefined ? [] : listUsableCards(holder, request.now)
  const ways = listAccounts()
    .filter((account) => isOffered(account) && isUsable(account, request.kind))
    .flatMap((account) => {
      const canKeep = holder !== undefined && canKeepCards(account)
      return wayOf(account, { ...request, canKeep, price: priceFor(account, { ...request, rules }) }) ?? []
    })
  const offers = rankRoutes(ways, findSetting('routing').order).map(({ offer }) => offer)
  const first = offers.filter((offer) => offer.rail === 'wallet' && !offer.isShort)
  const last = offers.filter((offer) => offer.isShort)
  const kept = cards.flatMap((card) => cardOffer(card, ways, request) ?? []).slice(0, cardsOffered)
  return [...first, ...kept, ...offers.filter((offer) => offer.rail !== 'wallet'), ...last]
}

function isUsable(account: ProviderAccount, kind: PurchaseKind): boolean {
  if (providerOf(account.kind).facts.isForPrograms) return false
  return kind !== 'top_up' || (account.rail !== 'wallet' && account.rail !== 'voucher')
}

/** A kept card at the price of its account, with a quote and words of its own. */
function cardOffer(card: SavedInstrument, ways: readonly Way[], request: OfferRequest): Offer | undefined {
  const way = ways.find(({ offer }) => offer.accountId === card.accountId)
  if (!way) return undefined
  const { offer, terms } = way
  const { id, label } = card
  const { facts } = providerOf(way.kind)
  return {
    ...offer,
    id: `card-${id}`,
    quote: signQuote(newQuote(terms, request.now)),
    consent: consentTexts(terms, { ad: request.ad, facts, card: label, locale: request.locale }),
    card: { id, label },
    canKeep: false,
  }
}

type Way = Routed & Readonly<{ offer: Offer; terms: Terms; kind: string }>
type Terms = Omit<Quote, 'id' | 'expiresAt'>
type AccountRequest = OfferRequest & Readonly<{ canKeep: boolean }>

function wayOf(account: ProviderAccount, request: AccountRequest): Way | undefined {
  const offered = offerOf(account, request)
  if (!offered) return undefined
  const { offer, terms } = offered
  const { device, now } = request
  const serving = { now, device, collectedThisMonth: (id: string) => collectedSince(id, monthStart(now)) }
  if (!canServe(account, offer.billed.minor, serving)) return undefined
  const { payout } = splitGross(offer.billed, withTermsAt(account, now).terms)
  // Few have a voucher at hand, however much of it is left to us.
  const netMinor = account.rail === 'voucher' ? 0 : payout.minor
  return { rail: account.rail, netMinor, position: account.position, offer, terms, kind: account.kind }
}

function offerOf(
  account: ProviderAccount,
  request: AccountRequest,
): Readonly<{ offer: Offer; terms: Terms }> | undefined {
  const { kind, ad, price, country, wallets, canKeep, locale, now } = request
  const billing = billingOf(account, price, country)
  if (!billing) return undefined
  const { facts } = providerOf(account.kind)
  if (facts.isTelco && billing.billed.minor > findSetting('caps').telcoPaymentMinor) return undefined
  const richest = wallets.find((wallet) => wallet.currency === price.currency)
  if (account.rail === 'wallet' && !richest) return undefined
  const balance = account.rail === 'wallet' ? money(richest?.balanceMinor ?? 0, price.currency) : undefined
  const terms = {
    kind,
    adId: ad?.id ?? null,
    accountId: account.id,
    country,
    currency: price.currency,
    priceMinor: price.minor,
    billedMinor: billing.billed.minor,
    pricePointId: billing.pricePoint?.id ?? null,
  }
  const offer = {
    id: account.id,
    accountId: account.id,
    rail: account.rail,
    billed: billing.billed,
    surplus: money(billing.billed.minor - price.minor, price.currency),
    addedCost: facts.addedCost,
    isTelco: facts.isTelco,
    number: billing.pricePoint?.number,
    quote: signQuote(newQuote(terms, now)),
    consent: consentTexts(terms, { ad, facts, locale }),
    balance,
    isShort: balance !== undefined && balance.minor < price.minor,
    card: undefined,
    canKeep,
  }
  return { offer, terms }
}

/** The price of this payer and this rail, by the rules of now. Balance is sold at its face value. */
function priceFor(
  account: ProviderAccount,
  { kind, ad, price, country, now, rules }: OfferRequest & Readonly<{ rules: readonly PriceRule[] }>,
): Money {
  if (kind === 'top_up') return price
  const trail = ad ? categoryTrail(loadCategoryTree(), ad.categoryId).map(({ id }) => id) : []
  return offeredPrice(rules, {
    kind,
    categoryTrail: trail,
    country,
    rail: account.rail,
    at: now,
    usual: price,
  })
}
