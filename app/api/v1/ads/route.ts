import { parseSearch } from '../../../../lib/ads/search-address.ts'
import { searchAds } from '../../../../lib/ads/search-queries.ts'
import { adListJson } from '../../../../lib/http/api-ads.ts'
import { tagPage } from '../../../../lib/http/page-tags.ts'
import { query } from '../../../../lib/http/query.ts'

/** Searches ads; the same keys as the search page. */
export const GET = query(({ search, locale, now }) => {
  tagPage(['ads', 'catalogue'])
  return adListJson(searchAds(parseSearch(search), { locale, now }), locale)
})
