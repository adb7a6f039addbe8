import { Feed } from 'feed'
import type { AdCard } from '../ads/ads.ts'
import type { CategoryDto } from '../categories/categories.ts'
import type { Locale } from '../i18n/locales.ts'
import { adPath, categoryPath } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { formatPrice } from '../money/format-money.ts'
import { day } from '../time/time.ts'
import { escapeXml } from './xml.ts'

type About = Readonly<{
  locale: Locale
  origin: string
  category: CategoryDto | undefined
  /** The feed's own address without its extension. */
  path: string
  now: number
}>

/** The newest ads as an Atom feed; an entry says what the list says, never anything of a contact. */
export function atomFeed(cards: readonly AdCard[], about: About): string {
  // Atom's titles and summaries are declared to be HTML, so plain words have to be escaped once more.
  return feedOf(cards, about, escapeXml).atom1()
}

/** {@link atomFeed} as a JSON feed, whose titles are plain. */
export function jsonFeed(cards: readonly AdCard[], about: About): string {
  return feedOf(cards, about, (text) => text).json1()
}

function feedOf(
  cards: readonly AdCard[],
  { locale, origin, category, path, now }: About,
  written: (text: string) => string,
): Feed {
  const t = translate(locale, 'common')
  const page = origin + categoryPath(locale, category?.path[locale] ?? [])
  const feed = new Feed({
    id: page,
    link: page,
    title: category ? `${category.label[locale]} · ${t('siteName')}` : t('siteName'),
    description: t('tagline'),
    language: locale,
    generator: 'Obole',
    copyright: t('siteName'),
    // Where there is nothing yet, a time that moves by itself would make every reader fetch nothing again.
    updated: new Date(cards[0]?.publishedAt ?? Math.floor(now / day) * day),
    feedLinks: { atom: `${origin}${path}.atom`, json: `${origin}${path}.json` },
  })
  for (const card of cards) {
    const link = origin + adPath(locale, card)
    feed.addItem({
      id: `${origin}/a/${card.ref}`,
      link,
      title: written(card.title),
      description: written(summaryOf(card, locale)),
      date: new Date(card.publishedAt),
      published: new Date(card.publishedAt),
      ...(card.cover ? { image: `${origin}/photos/${card.cover.hash.slice(0, 2)}/${card.cover.hash}-480.webp` } : {}),
    })
  }
  return feed
}

function summaryOf(card: AdCard, locale: Locale): string {
  const price = card.price ? formatPrice(card.price, locale) : translate(locale, 'ad')('noPrice')
  return [price, `${card.place.name} (${card.place.areaName})`, ...card.facts.map(({ value }) => value)].join(' · ')
}
