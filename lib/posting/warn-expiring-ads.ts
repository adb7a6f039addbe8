import { commit } from '../../db/commit.ts'
import { config } from '../config/env.ts'
import { localeOr } from '../i18n/locales.ts'
import { ownAdsPath, pathTo } from '../i18n/paths.ts'
import { queueMail } from '../mail/mail-store.ts'
import { mailText } from '../mail/mail-text.ts'
import { formatDate } from '../time/format-time.ts'
import { day, type Millis } from '../time/time.ts'
import { listExpiringAds } from './expiry-warnings-queries.ts'
import { noteExpiryWarned } from './expiry-warnings-store.ts'
import { renewKeyOf } from './own-ads.ts'

/**
 * Mails advertisers seven days and one day before an ad runs out, with a link that renews it in one tap. The mail and
 * the note that it was sent are one commit, so no warning is sent twice.
 *
 * @returns How many were queued.
 */
export async function warnExpiringAds(now: Millis): Promise<number> {
  const ads = listExpiringAds(now)
  const { origin } = config()
  for (const ad of ads) {
    const locale = localeOr(ad.locale)
    const letter = mailText('adExpires', locale, {
      ref: ad.ref,
      title: ad.title,
      days: Math.max(1, Math.ceil((ad.expiresAt - now) / day)),
      date: formatDate(ad.expiresAt, locale),
      url: `${origin}${pathTo(locale, 'renew', ad.ref)}?k=${renewKeyOf(ad)}`,
      manageUrl: origin + ownAdsPath(locale, ad.ref),
    })
    const dedupeKey = `ad-expires:${ad.id}:${ad.expiresAt}:${ad.expiresAt - now <= day ? 'last' : 'first'}`
    await commit([noteExpiryWarned(ad.id, now), queueMail({ dedupeKey, to: ad.email, locale, letter }, now)])
  }
  return ads.length
}
