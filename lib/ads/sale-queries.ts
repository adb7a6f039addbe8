import { readSql } from '../../db/statement.ts'
import type { Currency } from '../money/money.ts'
import type { AdRevealMode, AdStatus } from './ads.ts'

/** What selling an ad's contact has to know about the ad; nothing of the contact itself. */
export type AdForSale = Readonly<{
  id: number
  ref: string
  categoryId: number
  status: AdStatus
  expiresAt: number
  revealMode: AdRevealMode
  revealPriceMinor: number
  currency: Currency
  freeFrom: number | null
  ownerId: string | null
  hasPhone: boolean
  hasEmail: boolean
  title: string
  priceMinor: number | null
  placeName: string
  /** Of the place, where a telephone number without a country code belongs. */
  country: string
  confirmedAt: number
  contactDoubtedAt: number | null
  sponsoredUntil: number | null
  /** The purchase of the posting fee, once settled. */
  postPurchaseId: string | null
  soldAt: number | null
  phoneVerifiedAt: number | null
}>

const columns = `a.id, a.ref, a.category_id as categoryId, a.status, a.expires_at as expiresAt, a.reveal_mode as revealMode,
  a.reveal_price_minor as revealPriceMinor, a.currency, a.free_from as freeFrom, v.member_id as ownerId,
  a.has_phone as hasPhone, a.has_email as hasEmail, a.price_minor as priceMinor, p.name as placeName, p.country,
  a.confirmed_at as confirmedAt, a.contact_doubted_at as contactDoubtedAt, a.sponsored_until as sponsoredUntil, a.post_purchase_id as postPurchaseId, a.sold_at as soldAt, a.phone_verified_at as phoneVerifiedAt,
  coalesce(t.title, o.title, '') as title`
const joins = `from ads a cross join advertisers v on v.id = a.advertiser_id cross join places p on p.id = a.place_id
  left join ad_texts t on t.ad_id = a.id and t.locale = ?
  left join ad_texts o on o.ad_id = a.id and o.locale = a.source_locale`

type Row = Omit<AdForSale, 'hasPhone' | 'hasEmail'> & Readonly<{ hasPhone: number; hasEmail: number }>
const byRef = readSql<Row>(`select ${columns} ${joins} where a.ref = ?`)
const byId = readSql<Row>(`select ${columns} ${joins} where a.id = ?`)

export function findAdForSale(ref: string, locale: string): AdForSale | undefined {
  return adOf(byRef.get(locale, ref))
}

export function findAdForSaleById(id: number, locale: string): AdForSale | undefined {
  return adOf(byId.get(locale, id))
}

function adOf(row: Row | undefined): AdForSale | undefined {
  return row && { ...row, hasPhone: row.hasPhone === 1, hasEmail: row.hasEmail === 1 }
}
