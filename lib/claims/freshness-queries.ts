import { readSql } from '../../db/statement.ts'
import { type Locale, localeOr } from '../i18n/locales.ts'

export type StaleAd = Readonly<{ id: number; ref: string; title: string; confirmedAt: number }>
export type StaleAds = Readonly<{ advertiserId: string; email: string; locale: Locale; ads: readonly StaleAd[] }>

const due = readSql<{ advertiserId: string; email: string; locale: string }>(`
  select v.id as advertiserId, m.email, m.locale from advertisers v join members m on m.id = v.member_id
  where m.is_disabled = 0 and m.erased_at is null and exists (select 1 from ads a where a.advertiser_id = v.id
    and +a.status = 'published' and a.confirmed_at < :confirmedBefore
    and (a.confirmation_asked_at is null or a.confirmation_asked_at < :askedBefore))
  order by v.id limit :limit`)
const adsOf = readSql<StaleAd>(`
  select a.id, a.ref, a.confirmed_at as confirmedAt, coalesce(t.title, o.title, a.ref) as title
  from ads a left join ad_texts t on t.ad_id = a.id and t.locale = :locale
  left join ad_texts o on o.ad_id = a.id and o.locale = a.source_locale
  where a.advertiser_id = :advertiserId and +a.status = 'published' and a.confirmed_at < :confirmedBefore
    and (a.confirmation_asked_at is null or a.confirmation_asked_at < :askedBefore)
  order by a.confirmed_at limit 50`)

/** Advertisers with an account whose published ads were not confirmed for long, and not asked about lately. */
export function listStaleAds(
  limits: Readonly<{ confirmedBefore: number; askedBefore: number; limit: number }>,
): readonly StaleAds[] {
  const { limit: _, ...since } = limits
  return due.all(limits).map(({ advertiserId, email, locale }) => {
    const language = localeOr(locale)
    return { advertiserId, email, locale: language, ads: adsOf.all({ ...since, advertiserId, locale: language }) }
  })
}
