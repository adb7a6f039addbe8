import type { BreadcrumbList, Product, WebPage, WithContext } from 'schema-dts'
import type { AdPage } from '../ads/ads.ts'
import type { CategoryDto } from '../categories/categories.ts'
import type { Locale } from '../i18n/locales.ts'
import { adPath, categoryPath } from '../i18n/paths.ts'
import { decimalAmount } from '../money/money.ts'
import { isoTime } from '../time/time.ts'

type Context = Readonly<{ locale: Locale; trail: readonly CategoryDto[]; origin: string }>

/** What an ad page says to search engines; the contact is the one part that is not free to read. */
export function adJsonLd(ad: AdPage, { locale, trail, origin }: Context): WithContext<WebPage> {
  const url = origin + adPath(locale, ad)
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': url,
    url,
    inLanguage: ad.textLocale,
    isAccessibleForFree: ad.reveal.kind === 'free',
    hasPart: {
      '@type': 'WebPageElement',
      isAccessibleForFree: ad.reveal.kind === 'free',
      cssSelector: '.contact-panel',
    },
    breadcrumb: breadcrumbOf(ad, { locale, trail, origin }),
    mainEntity: productOf(ad, { url, origin }),
  }
}

function productOf(ad: AdPage, { url, origin }: Readonly<{ url: string; origin: string }>): Product {
  return {
    '@type': 'Product',
    name: ad.title,
    description: ad.paragraphs.join(' ').slice(0, 500),
    sku: ad.ref,
    category: ad.category.label,
    image: ad.photos.slice(0, 6).map(({ hash }) => `${origin}/photos/${hash.slice(0, 2)}/${hash}-1200.webp`),
    ...(ad.price
      ? {
          offers: {
            '@type': 'Offer',
            url,
            price: decimalAmount(ad.price),
            priceCurrency: ad.price.currency,
            itemCondition: 'https://schema.org/UsedCondition',
            availability: ad.status === 'published' ? 'https://schema.org/InStock' : 'https://schema.org/SoldOut',
            validThrough: isoTime(ad.expiresAt),
            areaServed: ad.place.name,
          },
        }
      : {}),
  }
}

function breadcrumbOf(ad: AdPage, { locale, trail, origin }: Context): BreadcrumbList {
  const steps = [
    ...trail.map((category) => ({
      name: category.label[locale],
      item: origin + categoryPath(locale, category.path[locale]),
    })),
    { name: ad.title, item: origin + adPath(locale, ad) },
  ]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, at) => ({ '@type': 'ListItem', position: at + 1, ...step })),
  }
}
