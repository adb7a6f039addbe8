import type { Metadata } from 'next'
import { config } from '../config/env.ts'
import type { Locale } from '../i18n/locales.ts'

export type PageHead = Readonly<{
  locale: Locale
  title: string
  description: string
  /** The page's own address in each language there is one for. */
  paths: Readonly<Partial<Record<Locale, string>>>
  /** Left out of search engines when false; its links are followed all the same. */
  isIndexed?: boolean
  image?: string | undefined
  /** Address of the page's feed without its extension. */
  feed?: string
}>

/** Title, description, canonical address and the same page in the other language, for Next's head. */
export function pageMetadata({ locale, title, description, paths, isIndexed = true, image, feed }: PageHead): Metadata {
  const { origin } = config()
  const own = paths[locale]
  const languages = Object.fromEntries(Object.entries(paths).map(([language, path]) => [language, origin + path]))
  return {
    title,
    description,
    alternates: {
      ...(own === undefined ? {} : { canonical: origin + own }),
      languages: paths.fr === undefined ? languages : { ...languages, 'x-default': origin + paths.fr },
      ...(feed === undefined ? {} : { types: feedTypes(origin + feed) }),
    },
    ...(isIndexed ? {} : { robots: { index: false, follow: true } }),
    openGraph: {
      title,
      description,
      type: 'website',
      locale: locale === 'fr' ? 'fr_FR' : 'en_GB',
      ...(own === undefined ? {} : { url: origin + own }),
      ...(image === undefined ? {} : { images: [origin + image] }),
    },
  }
}

function feedTypes(address: string): Record<string, string> {
  return { 'application/atom+xml': `${address}.atom`, 'application/feed+json': `${address}.json` }
}
