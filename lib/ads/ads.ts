import type { Locale } from '../i18n/locales.ts'
import { type Currency, type Money, money } from '../money/money.ts'
import { day, type Millis } from '../time/time.ts'

export type AdStatus =
  | 'draft'
  | 'pending'
  | 'published'
  | 'paused'
  | 'sold'
  | 'expired'
  | 'refused'
  | 'suspended'
  | 'deleted'
export type AdRevealMode = 'paid' | 'free' | 'paid_then_free' | 'sponsored'
export type AdBoost = 'featured' | 'urgent' | 'bumped'

/** A picture; components make its address from the hash. */
export type PhotoDto = Readonly<{ hash: string; width: number; height: number; alt: string }>

/** A typed detail, ready to show: `Année` / `1958`, `Kilométrage` / `45 000 km`, `Papiers` / `Carte grise`. */
export type AdFact = Readonly<{ key: string; label: string; value: string }>

export type AdCategory = Readonly<{ id: number; key: string; label: string; path: readonly string[] }>
export type AdPlace = Readonly<{ name: string; areaName: string; slug: string; postcode: string; country: string }>

/**
 * Free, or what seeing the contact costs a visitor now. `unconfirmed`: payers found it wrong, so it has no price and
 * nobody is asked to pay until the advertiser confirms it.
 */
export type RevealCost = Readonly<{ kind: 'free' } | { kind: 'paid'; price: Money } | { kind: 'unconfirmed' }>

/** An ad in a list. There is no field for a contact, on purpose. */
export type AdCard = Readonly<{
  id: number
  ref: string
  slug: string
  title: string
  /** Language of `title`: the advertiser's own when there is no translation. */
  textLocale: string
  category: AdCategory
  /** The first filled fields of the category, at most four. */
  facts: readonly AdFact[]
  place: AdPlace
  price: Money | null
  reveal: RevealCost
  boost: AdBoost | null
  photoCount: number
  cover: PhotoDto | null
  publishedAt: Millis
  confirmedAt: Millis
  status: AdStatus
  sortKey: number
}>

export type AdvertiserDto = Readonly<{
  handle: string
  publicName: string
  isProfessional: boolean
  businessId: string | null
  createdAt: Millis
}>

/** Everything public about one ad. */
export type AdPage = AdCard &
  Readonly<{
    /** Title in each language there is, for language links. */
    titles: Readonly<Partial<Record<Locale, string>>>
    paragraphs: readonly string[]
    photos: readonly PhotoDto[]
    advertiser: AdvertiserDto
    hasPhone: boolean
    hasEmail: boolean
    phoneVerifiedAt: Millis | null
    revealMode: AdRevealMode
    /** With `paid_then_free`: from when the contact is free. */
    freeFrom: Millis | null
    /** How many people unlocked the contact in the last seven days. */
    unlocksThisWeek: number
    freshness: Freshness
    /** At town precision. */
    latitude: number
    longitude: number
    expiresAt: Millis
    updatedAt: Millis
  }>

export type Freshness = 'fresh' | 'recent' | 'old'

/** `fresh` up to 7 days since the advertiser last confirmed the ad, `recent` up to 30, then `old`. */
export function freshnessOf(confirmedAt: Millis, now: Millis): Freshness {
  const age = now - confirmedAt
  if (age <= 7 * day) return 'fresh'
  return age <= 30 * day ? 'recent' : 'old'
}

export type Priced = Readonly<{
  revealMode: AdRevealMode
  revealPriceMinor: number
  currency: Currency
  freeFrom: Millis | null
  contactDoubtedAt?: Millis | null
  /** Paid by the seller until then. */
  sponsoredUntil?: Millis | null
}>

/** What seeing the contact costs a visitor at `now`. A sponsored contact is paid by the advertiser, so it is free here. */
export function revealPriceAt(ad: Priced, now: Millis): RevealCost {
  const isFree =
    ad.revealMode === 'free' ||
    ad.revealMode === 'sponsored' ||
    ad.revealPriceMinor === 0 ||
    (ad.sponsoredUntil ?? 0) > now ||
    (ad.revealMode === 'paid_then_free' && ad.freeFrom !== null && ad.freeFrom <= now)
  if (isFree) return { kind: 'free' }
  if (ad.contactDoubtedAt) return { kind: 'unconfirmed' }
  return { kind: 'paid', price: money(ad.revealPriceMinor, ad.currency) }
}

/** Whether a contact may be sold or shown for the first time. */
export function isForSale(ad: Readonly<{ status: AdStatus; expiresAt: Millis }>, now: Millis): boolean {
  return ad.status === 'published' && ad.expiresAt > now
}

const nextStatuses: Readonly<Record<AdStatus, readonly AdStatus[]>> = {
  draft: ['pending', 'published', 'deleted'],
  pending: ['published', 'refused', 'deleted'],
  published: ['paused', 'sold', 'expired', 'suspended', 'deleted'],
  paused: ['published', 'sold', 'expired', 'suspended', 'deleted'],
  sold: ['published', 'suspended', 'deleted'],
  expired: ['published', 'suspended', 'deleted'],
  refused: ['pending', 'deleted'],
  suspended: ['pending', 'published', 'refused', 'deleted'],
  deleted: [],
}

export function canBecome(from: AdStatus, to: AdStatus): boolean {
  return nextStatuses[from].includes(to)
}

/** Whether everybody may open the ad's page: what is sold or expired stays, and says so. */
export function isPublic(status: AdStatus): boolean {
  return status === 'published' || status === 'sold' || status === 'expired'
}

/** Recency as one unique number: publication in ms, then a tie-break of 0 to 999. */
export function sortKeyOf(publishedAt: Millis, tieBreak: number): number {
  return publishedAt * 1000 + (tieBreak % 1000)
}

export type AdDates = Readonly<{
  sortKey: number
  publishedAt: Millis
  expiresAt: Millis
  freeFrom: Millis | null
  confirmedAt: Millis
}>

/**
 * The times of an ad that waited and is published: as long as they were planned, from now on. One that stood before,
 * and was sent back to be changed, keeps its place: going up is what is sold.
 */
export function firstDates(ad: Omit<AdDates, 'confirmedAt'>, now: Millis): AdDates {
  const waited = Math.max(0, now - ad.publishedAt)
  const tieBreak = ad.sortKey % 1000
  const stoodBefore = ad.sortKey !== sortKeyOf(ad.publishedAt, tieBreak)
  return {
    sortKey: stoodBefore ? ad.sortKey : sortKeyOf(now, tieBreak),
    publishedAt: now,
    expiresAt: ad.expiresAt + waited,
    freeFrom: ad.freeFrom === null ? null : ad.freeFrom + waited,
    confirmedAt: now,
  }
}
