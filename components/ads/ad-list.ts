import type { AdCard } from '../../lib/ads/ads.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { adPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { formatMoment } from '../../lib/time/format-time.ts'
import { type AdRowWords, adRows } from './ad-rows.ts'
import { costWords, factsLine, numberWords, photoCountWords, placeWords, priceWords } from './ad-words.ts'

type Props = Readonly<{
  ads: readonly AdCard[]
  locale: Locale
  now: number
  level?: 2 | 3
  label: string
  areFirst?: boolean
}>

/** A list of ads, newest or best first as the page decides. */
export function adListMarkup({ ads, locale, now, label, level = 2, areFirst = true }: Props): Markup {
  const rows = ads.map((ad) => rowWords(ad, { locale, now }))
  return html`<ol class="ad-list" aria-label="${label}">${adRows(rows, { level, areFirst })}</ol>`
}

function rowWords(ad: AdCard, { locale, now }: Readonly<{ locale: Locale; now: number }>): AdRowWords {
  const t = translate(locale, 'ad')
  const { cover } = ad
  return {
    ref: ad.ref,
    href: adPath(locale, ad),
    lang: ad.textLocale === locale ? undefined : ad.textLocale,
    title: ad.title,
    code: `${ad.category.label} ${numberWords(ad.ref, locale)}`,
    facts: factsLine(ad.facts, locale),
    where: [placeWords(ad.place), formatMoment(ad.publishedAt, { locale, now }), ad.boost ? t('paidPlace') : '']
      .filter(Boolean)
      .join(' · '),
    price: priceWords(ad, locale),
    isPriced: ad.price !== null,
    cover,
    noPhoto: cover ? '' : t('noPhoto'),
    count: ad.photoCount > 1 ? photoCountWords(ad.photoCount, locale) : null,
    flag: ad.boost ? { text: t(ad.boost), hint: t('featuredHint') } : null,
    stub: stubWords(ad, locale),
  }
}

/** What an ad's contact costs, or that it is no longer sold. */
function stubWords(ad: AdCard, locale: Locale): AdRowWords['stub'] {
  const t = translate(locale, 'ad')
  if (ad.status !== 'published') return { tone: 'over', what: t(ad.status === 'sold' ? 'sold' : 'expired') }
  if (ad.reveal.kind === 'unconfirmed')
    return { tone: 'over', what: t('contact'), cost: t('unconfirmed'), isMarkable: true }
  const tone = ad.reveal.kind === 'free' ? 'free' : 'paid'
  return { tone, what: t('contact'), cost: costWords(ad, locale), isMarkable: true }
}
