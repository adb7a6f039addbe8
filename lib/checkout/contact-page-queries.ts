import { isForSale, isPublic, type RevealCost, revealPriceAt } from '../ads/ads.ts'
import { type AdForSale, findAdForSale } from '../ads/sale-queries.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Payer } from '../payers/payers.ts'
import type { Device } from '../providers/routing.ts'
import { recoveryCodeOf } from '../purchases/purchases.ts'
import { findPendingPurchase, findPurchase } from '../purchases/purchases-queries.ts'
import type { Contact } from '../reveals/reveals.ts'
import { findShowings, findUnlock, revealContact } from '../reveals/reveals-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { listWallets } from '../wallet/wallet-queries.ts'
import { listOffers, type Offer } from './list-offers.ts'

/**
 * What the contact page of an ad shows to this browser. Only `unlocked` holds the contact; `unopened` is bought and was
 * never shown: it is shown once that is recorded, so that nobody can say it was not.
 */
export type ContactPage = Readonly<{ ad: AdForSale }> &
  Readonly<
    | { kind: 'unlocked'; contact: Contact; purchaseId: string | null; recoveryCode: string | null; grantedAt: number }
    | { kind: 'unopened'; purchaseId: string | null }
    | { kind: 'own_ad' }
    | { kind: 'unavailable' }
    | { kind: 'unconfirmed' }
    | { kind: 'free' }
    | {
        kind: 'for_sale'
        cost: Extract<RevealCost, { kind: 'paid' }>
        country: string
        countries: readonly string[]
        offers: readonly Offer[]
        pendingPurchaseId: string | undefined
      }
  >

type Request = Readonly<{
  ref: string
  payer: Payer
  country: string | undefined
  device?: Device | undefined
  locale: Locale
  now: number
}>

/** @returns undefined for an ad nobody may open. */
export function findContactPage({ ref, payer, country, device, locale, now }: Request): ContactPage | undefined {
  const ad = findAdForSale(ref, locale)
  if (!ad) return undefined
  const unlock = findUnlock(payer.payerIds, ad.id)
  if (unlock) {
    if (!findShowings(unlock)) return { kind: 'unopened', ad, purchaseId: unlock.purchaseId }
    const purchase = unlock.purchaseId === null ? undefined : findPurchase(unlock.purchaseId)
    const recoveryCode = purchase ? recoveryCodeOf(purchase.id) : null
    return {
      kind: 'unlocked',
      ad,
      contact: revealContact(unlock),
      purchaseId: unlock.purchaseId,
      recoveryCode,
      grantedAt: unlock.grantedAt,
    }
  }
  if (!isPublic(ad.status)) return undefined
  if (!isForSale(ad, now)) return { kind: 'unavailable', ad }
  if (ad.ownerId !== null && ad.ownerId === payer.memberId) return { kind: 'own_ad', ad }
  const cost = revealPriceAt(ad, now)
  if (cost.kind !== 'paid') return { kind: cost.kind, ad }
  const from = countryOf(country, cost.price.currency)
  const own = payer.payerIds[0]
  return {
    kind: 'for_sale',
    ad,
    cost,
    country: from,
    countries: findSetting('site').countries,
    offers: listOffers({
      kind: 'reveal',
      ad,
      price: cost.price,
      country: from,
      wallets: listWallets(payer.payerIds),
      payer,
      device,
      locale,
      now,
    }),
    pendingPurchaseId: own === undefined ? undefined : findPendingPurchase(own, ad.id)?.id,
  }
}

/** The country named, or the one whose money the price is in. */
export function countryOf(named: string | undefined, currency: string): string {
  return findSetting('site').countries.find((country) => country === named) ?? (currency === 'GBP' ? 'GB' : 'FR')
}
