import type { CategoryDto } from '../categories/categories.ts'
import type { Currency } from '../money/money.ts'
import type { PlaceDto } from '../places/places.ts'
import type { Millis } from '../time/time.ts'
import type { AdBoost, AdRevealMode, AdStatus } from './ads.ts'

/** An ad as it is kept, with what it hangs on; its contact is not part of it. */
export type AdRecord = Readonly<{
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
  fields: Readonly<Record<string, string | number | boolean>>
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
}>
