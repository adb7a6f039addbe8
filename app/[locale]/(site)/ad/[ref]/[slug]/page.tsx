import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { AdArticle } from '../../../../../../components/ads/ad-article.tsx'
import { priceWords } from '../../../../../../components/ads/ad-words.ts'
import { JsonLd } from '../../../../../../components/ads/json-ld.tsx'
import { similarAds } from '../../../../../../lib/ads/ad-listing-queries.ts'
import { findAdByRef } from '../../../../../../lib/ads/ad-page-queries.ts'
import { type AdPage, isForSale } from '../../../../../../lib/ads/ads.ts'
import { categoryTrail } from '../../../../../../lib/categories/categories.ts'
import { loadCategoryTree } from '../../../../../../lib/categories/categories-queries.ts'
import { config } from '../../../../../../lib/config/env.ts'
import { adJsonLd } from '../../../../../../lib/http/ad-json-ld.ts'
import { pageLocale } from '../../../../../../lib/http/page-locale.ts'
import { pageMetadata } from '../../../../../../lib/http/page-metadata.ts'
import { tagPage } from '../../../../../../lib/http/page-tags.ts'
import { type Locale, locales } from '../../../../../../lib/i18n/locales.ts'
import { adPath } from '../../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { photoPath } from '../../../../../../lib/ids/photo-files.ts'
import { findPlaceMap } from '../../../../../../lib/places/place-map-queries.ts'
import { slugOf } from '../../../../../../lib/text/text.ts'
import { currentTime, day } from '../../../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ params: Promise<{ locale: string; ref: string; slug: string }> }>
/** How long the page of an ad that is over stays, for those who kept its address. */
const keptForMs = 90 * day
const similarCount = 4

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const ad = await adOf(params, locale)
  if (!ad) return {}
  const price = priceWords(ad, locale)
  return pageMetadata({
    locale,
    title: ad.title,
    description: translate(locale, 'ad')('metaDescription', {
      title: ad.title,
      place: ad.place.name,
      price,
      ref: ad.ref,
    }),
    paths: Object.fromEntries(locales.map((language) => [language, adPathIn(ad, language)])),
    isIndexed: ad.status === 'published',
    image: ad.cover ? photoPath(ad.cover.hash, 1200) : undefined,
  })
}

export default async function AdPageRoute({ params }: Props) {
  const locale = await pageLocale(params)
  const { ref, slug } = await params
  tagPage([`ad:${ref.toUpperCase()}`, 'catalogue'])
  const ad = (await adOf(params, locale)) ?? notFound()
  if (ad.slug !== slug || ad.ref !== ref) permanentRedirect(adPath(locale, ad))
  const now = currentTime()
  const trail = categoryTrail(loadCategoryTree(), ad.category.id)
  const similar = similarAds(ad, { limit: similarCount, locale, now })
  tagPage([`advertiser:${ad.advertiser.handle}`, ...similar.map((other) => `ad:${other.ref}`)])
  return (
    <div className="page ad-page">
      <AdArticle
        ad={ad}
        locale={locale}
        now={now}
        trail={trail}
        isForSale={isForSale(ad, now)}
        map={findPlaceMap(ad.place.slug)}
        similar={similar}
        shortLink={`${config().origin}/a/${ad.ref}`}
      />
      <JsonLd data={adJsonLd(ad, { locale, trail, origin: config().origin })} />
    </div>
  )
}

function adPathIn(ad: AdPage, locale: Locale): string {
  const title = ad.titles[locale] ?? ad.title
  return adPath(locale, { ref: ad.ref, slug: slugOf(title) })
}

async function adOf(params: Props['params'], locale: Locale): Promise<AdPage | undefined> {
  const { ref } = await params
  const now = currentTime()
  const ad = findAdByRef(ref, { locale, now })
  if (!ad) return undefined
  const overSince = ad.status === 'sold' ? ad.updatedAt : ad.expiresAt
  return ad.status === 'published' || now - overSince < keptForMs ? ad : undefined
}
