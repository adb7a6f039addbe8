import { readSql } from '../../db/statement.ts'
import { steadySql } from '../../db/steady-sql.ts'
import { day, type Millis } from '../time/time.ts'

export type ExpiringAd = Readonly<{
  id: number
  ref: string
  title: string
  expiresAt: Millis
  email: string
  locale: string
}>

// From the members who advertise: ads that were imported have nobody to be warned.
const expiring = readSql<ExpiringAd>(
  steadySql(`select a.id, a.ref, coalesce(t.title, '') as title, a.expires_at as expiresAt, m.email, m.locale
    from members m cross join advertisers v on v.member_id = m.id cross join ads a on a.advertiser_id = v.id
    left join ad_texts t on t.ad_id = a.id and t.locale = a.source_locale
    where m.is_disabled = 0 and m.erased_at is null and a.status = 'published'
      and a.expires_at > @now and a.expires_at <= @now + @week
      and (a.expiry_warned_at is null or a.expiry_warned_at < a.expires_at - @week
        or (a.expires_at <= @now + @day and a.expiry_warned_at < a.expires_at - @day))
    limit 200`),
)

/** Published ads of members that run out within a week, and of which that was not said yet. */
export function listExpiringAds(now: Millis): readonly ExpiringAd[] {
  return expiring.all({ now, week: 7 * day, day })
}
