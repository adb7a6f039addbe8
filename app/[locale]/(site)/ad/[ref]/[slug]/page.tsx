import { adArticle } from '../../../../../../components/ads/ad-article.ts'
import { AdControls } from '../../../../../../components/ads/ad-controls.tsx'
import { priceWords } from '../../../../../../components/ads/ad-words.ts'
import { similarAds } from '../../../../../../lib/ads/ad-listing-queries.ts'
import { findAdByRef } from '../../../../../../lib/ads/ad-page-queries.ts'
import { type AdPage, isForSale } from '../../../../../../lib/ads/ads.ts'
import { categoryTrail } from '../../../../../../lib/categories/categories.ts'
import { loadCategoryTree } from '../../../../../../lib/categories/categories-queries.ts'
import { config } from '../../../../../../lib/config/env.ts'
import { adJsonLd } from '../../../../../../lib/http/ad-json-ld.ts'
import type { DrawnPage, PageAddress } from '../../../../../../lib/http/drawn-page.ts'
import type { PageHead } from '../../../../../../lib/http/page-metadata.ts'
import { tagPage } from '../../../../../../lib/http/page-tags.ts'
import { type Locale, locales } from '../../../../../../lib/i18n/locales.ts'
import { adPath } from '../../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { photoPath } from '../../../../../../lib/ids/photo-files.ts'
import { findPlaceMap } from '../../../../../../lib/places/place-map-queries.ts'
import { html, jsonLd } from '../../../../../../lib/text/markup.ts'
import { slugOf } from '../../../../../../lib/text/text.ts'
import { currentTime, day } from '../../../../../../lib/time/time.ts'
import { drawnPage } from '../../../drawn-page.tsx'

export const dynamic = 'force-dynamic'

/** How long the page of an ad that is over stays, for those who kept its address. */
const keptForMs = 90 * day
const similarCount = 4

const { generateMetadata, Page } = drawnPage(
  { name: 'ad', frame: '/ad/-/-', draw: drawAd },
  { className: 'page ad-page', controls: <AdControls /> },
)

export { generateMetadata, Page as default }

function drawAd({ locale, segments: [ref = '', slug = ''] }: PageAddress): DrawnPage {
  tagPage([`ad:${ref.toUpperCase()}`, 'catalogue'])
  const now = currentTime()
  const ad = findAdByRef(ref, { locale, now })
  if (!ad || isLongOver(ad, now)) return { kind: 'missing' }
  if (ad.slug !== slug || ad.ref !== ref) return { kind: 'moved', path: adPath(locale, ad) }
  const { origin } = config()
  const trail = categoryTrail(loadCategoryTree(), ad.category.id)
  const similar = similarAds(ad, { limit: similarCount, locale, now })
  tagPage([`advertiser:${ad.advertiser.handle}`, ...similar.map((other) => `ad:${other.ref}`)])
  const article = adArticle({
    ad,
    locale,
    now,
    trail,
    isForSale: isForSale(ad, now),
    map: findPlaceMap(ad.place.slug),
    similar,
    shortLink: `${origin}/a/${ad.ref}`,
  })
  const data = jsonLd(adJsonLd(ad, { locale, trail, origin }))
  return { kind: 'page', head: headOf(ad, locale), content: html`${article}${data}` }
}

function isLongOver({ status, updatedAt, expiresAt }: AdPage, now: number): boolean {
  return status !== 'published' && now - (status === 'sold' ? updatedAt : expiresAt) >= keptForMs
}

function headOf(ad: AdPage, locale: Locale): PageHead {
  const { title, ref, place, cover } = ad
  return {
    locale,
    title,
    description: translate(locale, 'ad')('metaDescription', {
      title,
      place: place.name,
      price: priceWords(ad, locale),
      ref,
    }),
    paths: Object.fromEntries(locales.map((language) => [language, adPathIn(ad, language)])),
    isIndexed: ad.status === 'published',
    image: cover ? photoPath(cover.hash, 1200) : undefined,
  }
}

function adPathIn(ad: AdPage, locale: Locale): string {
  const title = ad.titles[locale] ?? ad.title
  return adPath(locale, { ref: ad.ref, slug: slugOf(title) })
}
