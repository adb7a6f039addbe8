import { readSql } from '../../db/statement.ts'
import type { AdStatus } from './ads.ts'

// Ads that cost something by their mode; what is free or paid by the seller has no price to follow the category's.
const priced = `a.reveal_mode in ('paid', 'paid_then_free') and a.status <> 'deleted'`

export type MispricedAd = Readonly<{ id: number; ref: string; from: number; to: number }>
const mispriced = readSql<MispricedAd>(`
  select a.id, a.ref, a.reveal_price_minor as "from", w.value as "to"
  from ads a cross join json_each(@wanted) w on cast(w.key as integer) = a.category_id
  where a.id > @after and ${priced} and a.reveal_price_minor <> w.value order by a.id limit @limit`)

/**
 * Ads whose contact costs something else than their category now says, in order of id.
 *
 * @param wanted Minor units by id of the category; ads of other categories are left alone.
 */
export function listMispricedAds(
  wanted: ReadonlyMap<number, number>,
  page: Readonly<{ after: number; limit: number }>,
): readonly MispricedAd[] {
  return mispriced.all({ wanted: JSON.stringify(Object.fromEntries(wanted)), ...page })
}

export type PricedAds = Readonly<{ categoryId: number; revealPriceMinor: number; status: AdStatus; ads: number }>
const counts = readSql<PricedAds>(`
  select a.category_id as categoryId, a.reveal_price_minor as revealPriceMinor, a.status, count(*) as ads
  from ads a where a.category_id in (select value from json_each(?)) and ${priced} group by 1, 2, 3`)

/** How many ads of some categories cost how much; those a change of price would reach. */
export function countPricedAds(categoryIds: readonly number[]): readonly PricedAds[] {
  return counts.all(JSON.stringify(categoryIds))
}
