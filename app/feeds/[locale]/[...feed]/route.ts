import { newestAds, newestAdsOfCategory } from '../../../../lib/ads/ad-listing-queries.ts'
import { findCategoryByPath } from '../../../../lib/categories/categories-queries.ts'
import { config } from '../../../../lib/config/env.ts'
import { atomFeed, jsonFeed } from '../../../../lib/http/ads-feed.ts'
import { tagPage } from '../../../../lib/http/page-tags.ts'
import { isLocale } from '../../../../lib/i18n/locales.ts'
import { currentTime } from '../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

const adsInFeed = 50
const missing = () => new Response(null, { status: 404 })

/** `/feeds/fr/ads.atom` for all ads, `/feeds/fr/vehicules/motos.json` for those of a category. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; feed: string[] }> },
): Promise<Response> {
  const { locale, feed } = await params
  const [, name, format] = /^(.+)\.(atom|json)$/.exec(feed.join('/')) ?? []
  if (!isLocale(locale) || name === undefined) return missing()
  const category = name === 'ads' ? undefined : findCategoryByPath(locale, name.split('/'))
  if (name !== 'ads' && !category) return missing()
  tagPage(['ads', 'catalogue'])
  const now = currentTime()
  const view = { limit: adsInFeed, locale, now }
  const cards = category ? newestAdsOfCategory(category.id, view) : newestAds(adsInFeed, view)
  const about = { locale, origin: config().origin, category, path: `/feeds/${locale}/${name}`, now }
  const [body, type] =
    format === 'atom'
      ? [atomFeed(cards, about), 'application/atom+xml']
      : [jsonFeed(cards, about), 'application/feed+json']
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } })
}
