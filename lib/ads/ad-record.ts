import type { CategoryDto, FieldValues } from '../categories/categories.ts'
import type { Currency } from '../money/money.ts'
import type { PlaceDto } from '../places/places.ts'
import type { Millis } from '../time/time.ts'
import type { AdBoost, AdRevealMode, AdStatus } from './ads.ts'

/** What happened to an ad since it was published. */
export type AdStanding = Readonly<{
  /** Until when `boost` is paid for. */
  boostUntil: Millis | null
  /** The purchase of the posting fee, once settled. */
  postPurchaseId: string | null
  /** Set when payers said the contact was dead: no price is shown until the advertiser confirms again. */
  contactDoubtedAt: Millis | null
  confirmationAskedAt: Millis | null
  expiryWarnedAt: Millis | null
  /** Paid by the seller until then. */
  sponsoredUntil: Millis | null
  soldAt: Millis | null
}>

/** The standing of an ad to which nothing has happened yet. */
export const newStanding: AdStanding = {
  boostUntil: null,
  postPurchaseId: null,
  contactDoubtedAt: null,
  confirmationAskedAt: null,
  expiryWarnedAt: null,
  sponsoredUntil: null,
  soldAt: null,
}

/** An ad as it is kept, with what it hangs on; its contact is not part of it. */
export type AdRecord = AdStanding &
  Readonly<{
    id: number
    ref: string
    /** `sortKeyOf(publishedAt, tie-break)`. */
    sortKey: number
    /** From the root category down to the ad's own: `categoryTrail(tree, id)`. */
    trail: readonly CategoryDto[]
    advertiserId: string
    place: PlaceDto
    /** Where to draw the ad: the town's centre. */
    latitude: number
    longitude: number
    status: AdStatus
    sourceLocale: string
    priceMinor: number | null
    currency: Currency
    revealMode: AdRevealMode
    revealPriceMinor: number
    freeFrom: Millis | null
    boost: AdBoost | null
    /** Values by key of the category's fields; absent where there is none. */
    fields: FieldValues
    hasPhone: boolean
    hasEmail: boolean
    phoneVerifiedAt: Millis | null
    confirmedAt: Millis
    externalId: string | null
    publishedAt: Millis
    expiresAt: Millis
    updatedAt: Millis
    texts: readonly AdText[]
    photos: readonly AdPhoto[]
  }>

export type AdText = Readonly<{ locale: string; title: string; body: string }>
/** `id` is a row id of `newId()`. The order of the list is the order shown; the first is the cover. */
export type AdPhoto = Readonly<{
  id: string
  hash: string
  width: number
  height: number
  altFr: string
  altEn: string
  /** How the picture looks, 16 hexadecimal digits; null for pictures older than the comparison. */
  lookHash: string | null
}>
