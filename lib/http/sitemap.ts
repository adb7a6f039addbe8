import { listSitemapAds, listSitemapBoundaries } from '../ads/ad-sitemap-queries.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { type Locale, locales } from '../i18n/locales.ts'
import { adPath, categoryPath, homePath, pathTo } from '../i18n/paths.ts'
import { textNames } from '../i18n/texts/text-page.ts'
import { slugOf } from '../text/text.ts'
import { isoTime } from '../time/time.ts'
import { escapeXml } from './xml.ts'

/** Ads in one part; two addresses each, and a sitemap may hold 50 000. */
const adsPerPart = 10_000
const adsPerRead = 500
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** The parts of the sitemap: one of pages, then one for each ten thousand ads, each named by where it begins. */
export function sitemapIndex(origin: string): string {
  const starts = [0, ...listSitemapBoundaries(adsPerPart)]
  const parts = ['/sitemap/pages.xml', ...starts.map((start) => `/sitemap/ads.xml?after=${start}`)]
  const lines = parts.map((path) => `<sitemap><loc>${escapeXml(origin + path)}</loc></sitemap>\n`)
  return `${head}<sitemapindex ${namespace}>\n${lines.join('')}</sitemapindex>\n`
}

/** Home, categories and texts, in both languages. */
export function* pagesSitemap(origin: string): Generator<string> {
  yield `${head}<urlset ${namespace}>\n`
  for (const locale of locales) {
    const texts = ['prices' as const, ...textNames].map((name) => pathTo(locale, name))
    const categories = loadCategoryTree().all.map((category) => categoryPath(locale, category.path[locale]))
    for (const path of [homePath(locale), categoryPath(locale, []), ...categories, ...texts]) {
      yield `<url><loc>${escapeXml(origin + path)}</loc></url>\n`
    }
  }
  yield '</urlset>\n'
}

/** The published ads from after a sort key, read a few at a time while they are sent. */
export function* adsSitemap(start: number, origin: string): Generator<string> {
  yield `${head}<urlset ${namespace}>\n`
  let last = start
  for (let written = 0; written < adsPerPart; written += adsPerRead) {
    const ads = listSitemapAds(last, adsPerRead)
    let chunk = ''
    for (const ad of ads) {
      const titles: Readonly<Record<Locale, string>> = { fr: ad.titleFr, en: ad.titleEn }
      for (const locale of locales) {
        const path = adPath(locale, { ref: ad.ref, slug: slugOf(titles[locale]) })
        chunk += `<url><loc>${origin}${path}</loc><lastmod>${isoTime(ad.updatedAt)}</lastmod></url>\n`
      }
      last = ad.sortKey
    }
    if (chunk !== '') yield chunk
    if (ads.length < adsPerRead) break
  }
  yield '</urlset>\n'
}
