import type { Locale } from '../i18n/locales.ts'
import type { Money } from '../money/money.ts'
import { money } from '../money/money.ts'
import type { PurchaseKind, Rail } from '../money/rails.ts'
import { newQuote, signQuote } from '../pricing/quotes.ts'
import { billingOf, type ProviderAccount } from '../providers/accounts.ts'
import { listAccounts } from '../providers/accounts-queries.ts'
import { providerOf } from '../providers/registry.ts'
import { findSetting } from '../settings/settings-queries.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { type ConsentTexts, consentTexts, type SoldContact } from './consent.ts'
import { isOffered } from './quote-guard.ts'

/** One way to pay, with everything the payer must read before choosing it. */
export type Offer = Readonly<{
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
}>

export type OfferRequest = Readonly<{
  kind: PurchaseKind
  ad: (SoldContact & Readonly<{ id: number }>) | undefined
  price: Money
  country: string
  wallets: readonly Wallet[]
  locale: Locale
  now: number
}>

/**
 * The ways to pay a price from a country, in the operator's order, the balance first when it covers the price.
 * Each carries its own quote, so that one press of one button is one consent to one amount.
 */
export function listOffers(request: OfferRequest): readonly Offer[] {
  const offers = listAccounts()
    .filter((account) => isOffered(account) && isUsable(account, request.kind))
    .flatMap((account) => offerOf(account, request) ?? [])
  const first = offers.filter((offer) => offer.rail === 'wallet' && !offer.isShort)
  const last = offers.filter((offer) => offer.isShort)
  return [...first, ...offers.filter((offer) => offer.rail !== 'wallet'), ...last]
}

function isUsable(account: ProviderAccount, kind: PurchaseKind): boolean {
  return kind === 'reveal' || (account.rail !== 'wallet' && account.rail !== 'voucher')
}

function offerOf(account: ProviderAccount, request: OfferRequest): Offer | undefined {
  const { kind, ad, price, country, wallets, locale, now } = request
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
  return {
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
  }
}
