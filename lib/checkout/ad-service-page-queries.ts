import { revealPriceAt } from '../ads/ads.ts'
import { type AdForSale, findAdForSale } from '../ads/sale-queries.ts'
import { categoryTrail } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { equalInConstantTime, keyedHash } from '../config/keys.ts'
import type { Locale } from '../i18n/locales.ts'
import { type Money, money } from '../money/money.ts'
import type { Payer } from '../payers/payers.ts'
import { priceOf } from '../pricing/price-rules.ts'
import { listPriceRules } from '../pricing/price-rules-queries.ts'
import { payerCountries } from '../providers/ensure-internal-accounts.ts'
import { findPendingOfKind } from '../purchases/purchases-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import type { Millis } from '../time/time.ts'
import { listWallets } from '../wallet/wallet-queries.ts'
import { type AdServiceKind, boostDays, serviceState } from './ad-services.ts'
import { countryOf } from './contact-page-queries.ts'
import { listOffers, type Offer } from './list-offers.ts'

/** Something that can be bought for an ad, with its price of now. */
export type AdService = Readonly<{ kind: AdServiceKind; price: Money; days: number | undefined }>

export type AdServicePage = Readonly<{
  ad: AdForSale
  service: AdService
  state: 'open' | 'given' | 'closed'
  country: string
  countries: readonly string[]
  offers: readonly Offer[]
  pendingPurchaseId: string | undefined
}>

/** What one thing for an ad costs everybody by the rules of now; undefined when it is not sold. */
export function findAdService(ad: AdForSale, kind: AdServiceKind, now: Millis): AdService | undefined {
  const trail = categoryTrail(loadCategoryTree(), ad.categoryId)
  const category = trail.at(-1)
  if (!category) return undefined
  const { bumpMinor, featureMinor, urgentMinor, sponsorMinor } = findSetting('posting')
  const usual = { bump: bumpMinor, feature: featureMinor, urgent: urgentMinor, sponsor: sponsorMinor }
  const minor = kind === 'post' ? category.postPriceMinor : usual[kind]
  const price = priceOf(listPriceRules(), {
    kind,
    categoryTrail: trail.map(({ id }) => id),
    at: now,
    usual: money(minor, category.currency),
  })
  return price && price.minor > 0 ? { kind, price, days: kind === 'post' ? undefined : boostDays(kind) } : undefined
}

/** The better places on sale for an ad that people can see. */
export function listBoosts(ad: AdForSale, now: Millis): readonly AdService[] {
  return (['feature', 'urgent', 'bump', 'sponsor'] as const).flatMap((kind) => {
    if (serviceState(ad, kind, now) !== 'open') return []
    if (kind === 'sponsor' && revealPriceAt(ad, now).kind !== 'paid') return []
    return findAdService(ad, kind, now) ?? []
  })
}

/** An ad nobody can see yet is paid for through a link its advertiser passes on: this is the secret part of it. */
export function giveKeyOf(ref: string): string {
  return keyedHash('recovery', `give ${ref}`).slice(0, 22)
}

export function isGiveKey(ref: string, key: string | undefined): boolean {
  return key !== undefined && equalInConstantTime(giveKeyOf(ref), key)
}

type Request = Readonly<{
  ref: string
  kind: AdServiceKind
  payer: Payer
  country: string | undefined
  locale: Locale
  now: Millis
}>

/** What the page shows on which something is paid for an ad. @returns undefined when there is no such ad or service. */
export function findAdServicePage({ ref, kind, payer, country, locale, now }: Request): AdServicePage | undefined {
  const ad = findAdForSale(ref, locale)
  const service = ad && findAdService(ad, kind, now)
  if (!ad || !service) return undefined
  const state = serviceState(ad, kind, now)
  const from = countryOf(country, service.price.currency)
  const own = payer.payerIds[0]
  const wallets = listWallets(payer.payerIds)
  return {
    ad,
    service,
    state,
    country: from,
    countries: payerCountries,
    offers:
      state === 'open'
        ? listOffers({ kind, ad, price: service.price, country: from, wallets, payer, locale, now })
        : [],
    pendingPurchaseId: own === undefined ? undefined : findPendingOfKind(own, { adId: ad.id, kind })?.id,
  }
}
