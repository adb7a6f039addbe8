import { readSql } from '../../db/statement.ts'
import { steadySql } from '../../db/steady-sql.ts'
import { dayOf } from '../ads/ad-days-store.ts'
import type { AdBoost, AdStatus } from '../ads/ads.ts'
import type { Currency } from '../money/money.ts'
import { day, type Millis } from '../time/time.ts'

/** An ad as its advertiser sees it in the list. */
export type OwnAd = Readonly<{
  id: number
  ref: string
  title: string
  status: AdStatus
  categoryId: number
  priceMinor: number | null
  currency: Currency
  boost: AdBoost | null
  boostUntil: Millis | null
  sponsoredUntil: Millis | null
  publishedAt: Millis
  expiresAt: Millis
  /** Of the last 30 days. */
  views: number
  unlocks: number
  coverHash: string | null
  coverWidth: number | null
  coverHeight: number | null
}>

const columns = `a.id, a.ref, coalesce(t.title, '') as title, a.status, a.category_id as categoryId,
  a.price_minor as priceMinor, a.currency, a.boost, a.boost_until as boostUntil, a.sponsored_until as sponsoredUntil,
  a.published_at as publishedAt, a.expires_at as expiresAt,
  (select coalesce(sum(d.views), 0) from ad_days d where d.ad_id = a.id and d.day >= @since) as views,
  (select coalesce(sum(d.unlocks), 0) from ad_days d where d.ad_id = a.id and d.day >= @since) as unlocks,
  c.hash as coverHash, c.width as coverWidth, c.height as coverHeight`
const joins = `from advertisers v cross join ads a on a.advertiser_id = v.id
  left join ad_texts t on t.ad_id = a.id and t.locale = a.source_locale
  left join photos c on c.ad_id = a.id and c.position = 0`

const ofMember = readSql<OwnAd>(
  steadySql(`select ${columns} ${joins} where v.member_id = @memberId and a.status <> 'deleted'
    order by a.sort_key desc limit 200`),
)
const oneOfMember = readSql<OwnAd>(
  steadySql(`select ${columns} ${joins} where v.member_id = @memberId and a.ref = @ref and a.status <> 'deleted'`),
)
const daysOf = readSql<AdDay>('select day, views, unlocks from ad_days where ad_id = ? and day >= ? order by day')

const shownDays = 30

/** The ads of a member, newest first, at most two hundred. */
export function listOwnAds(memberId: string, now: Millis): readonly OwnAd[] {
  return ofMember.all({ memberId, since: dayOf(now - (shownDays - 1) * day) })
}

/** One of them; undefined for anybody else's. */
export function findOwnAd(memberId: string, ref: string, now: Millis): OwnAd | undefined {
  return oneOfMember.get({ memberId, ref, since: dayOf(now - (shownDays - 1) * day) })
}

export type AdDay = Readonly<{ day: string; views: number; unlocks: number }>

/** The last thirty days of an ad, one entry each, oldest first. */
export function listAdDays(adId: number, now: Millis): readonly AdDay[] {
  const first = now - (shownDays - 1) * day
  const known = new Map(daysOf.all(adId, dayOf(first)).map((counted) => [counted.day, counted]))
  return Array.from({ length: shownDays }, (_, at) => {
    const name = dayOf(first + at * day)
    return known.get(name) ?? { day: name, views: 0, unlocks: 0 }
  })
}
