import { loadAdByRef } from '../../../../../lib/ads/ad-page-queries.ts'
import { adJson } from '../../../../../lib/http/api-ads.ts'
import { tagPage } from '../../../../../lib/http/page-tags.ts'
import { query } from '../../../../../lib/http/query.ts'

/** One ad, whether for sale, sold or expired. */
export const GET = query(({ params, locale, now }) => {
  const ad = loadAdByRef(params['ref'] ?? '', { locale, now })
  tagPage([`ad:${ad.ref}`, 'catalogue'])
  return adJson(ad, locale)
})
