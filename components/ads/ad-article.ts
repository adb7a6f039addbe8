import type { AdCard, AdPage } from '../../lib/ads/ads.ts'
import type { CategoryDto } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { categoryPath, homePath, pathTo, reportPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { PlaceMap } from '../../lib/places/place-map.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { formatMoment, formatMonth } from '../../lib/time/format-time.ts'
import { breadcrumbsMarkup } from '../ui/breadcrumbs.tsx'
import { adListMarkup } from './ad-list.ts'
import { numberWords, placeWords, priceWords } from './ad-words.ts'
import { contactButton, contactPanel } from './contact-panel.ts'
import { factsMarkup } from './facts.ts'
import { galleryMarkup } from './gallery.ts'
import { mapLocator } from './map-locator.ts'
import { shareButtons } from './share-buttons.ts'

type Props = Readonly<{
  ad: AdPage
  locale: Locale
  now: number
  trail: readonly CategoryDto[]
  isForSale: boolean
  map: PlaceMap | undefined
  similar: readonly AdCard[]
  shortLink: string
}>

/** The page of an ad; `AdControls` belongs beside it. */
export function adArticle(props: Props): Markup {
  const { ad, locale, isForSale } = props
  const bar =
    isForSale && ad.reveal.kind !== 'unconfirmed'
      ? html`<div class="ad-bar" data-ref="${ad.ref}"><span class="amount">${priceWords(ad, locale)}</span>${contactButton(
          ad,
          locale,
        )}</div>`
      : null
  return html`${crumbsOf(props)}<article>${headOf(props)}<div class="ad-grid">${galleryMarkup({
    photos: ad.photos,
    locale,
  })}${sideOf(props)}${bodyOf(props)}</div></article>${printedAddress(props)}${similarOf(props)}${bar}`
}

function crumbsOf({ ad, trail, locale }: Props): Markup {
  const t = translate(locale, 'common')
  const place = categoryPath(locale, trail.at(-1)?.path[locale] ?? [], ad.place.slug)
  return breadcrumbsMarkup({
    label: t('breadcrumbs'),
    crumbs: [
      { label: t('siteName'), href: homePath(locale) },
      ...trail.map((step) => ({ label: step.label[locale], href: categoryPath(locale, step.path[locale]) })),
      { label: ad.place.name, href: place },
    ],
  })
}

/** The language of the ad's own words, where it is not the page's. */
function langOf({ ad, locale }: Props): Markup | null {
  return ad.textLocale === locale ? null : html` lang="${ad.textLocale}"`
}

function headOf(props: Props): Markup {
  const { ad, locale, now } = props
  const t = translate(locale, 'ad')
  const over = t(ad.status === 'sold' ? 'soldTitle' : 'expiredTitle')
  const boost = ad.boost ? ` · ${t(ad.boost)} · ${t('paidPlace')}` : ''
  const published = t('published', { moment: formatMoment(ad.publishedAt, { locale, now }) })
  return html`<header class="ad-head">${
    ad.status === 'published' ? null : html`<p class="notice notice-warn"><strong>${over}</strong></p>`
  }<p class="code">${ad.category.label} ${numberWords(ad.ref, locale)}${boost}</p><h1${langOf(props)}>${
    ad.title
  }</h1><p class="meta">${placeWords(ad.place)} · ${published}</p></header>`
}

function sideOf(props: Props): Markup {
  const { ad, locale, shortLink } = props
  const t = translate(locale, 'ad')
  return html`<aside class="ad-side" aria-label="${t('contactOf')}"><p class="${
    ad.price ? 'ad-money amount' : 'ad-money'
  }">${priceWords(ad, locale)}</p>${contactPanel(props)}${advertiserOf(props)}${shareButtons({
    title: ad.title,
    url: shortLink,
    locale,
  })}<p class="meta no-print"><a href="${reportPath(locale, ad.ref)}" rel="nofollow">${t('report')}</a></p></aside>`
}

function advertiserOf({ ad: { advertiser }, locale }: Props): Markup {
  const t = translate(locale, 'ad')
  const about = `${t(advertiser.isProfessional ? 'professional' : 'private')} · ${t('since', {
    date: formatMonth(advertiser.createdAt, locale),
  })}`
  const business = advertiser.businessId
    ? html`<span class="meta">${t('businessId', { id: advertiser.businessId })}</span>`
    : null
  return html`<section class="advertiser" aria-label="${t('advertiser')}"><strong>${
    advertiser.publicName
  }</strong><span class="meta">${about}</span>${business}<a href="${pathTo(
    locale,
    'advertiser',
    advertiser.handle,
  )}" rel="nofollow">${t('advertiserAds')}</a></section>`
}

type Section = Readonly<{ id: string; title: string; content: Markup }>

function sectionOf({ id, title, content }: Section): Markup {
  return html`<section class="ad-section" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`
}

function bodyOf(props: Props): Markup {
  const { ad, locale, map } = props
  const t = translate(locale, 'ad')
  const foreign = ad.textLocale === locale ? null : html`<p class="meta">${t('otherLanguage')}</p>`
  const paragraphs = ad.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)
  const drawn = map && mapLocator({ map, label: t('mapOf', { place: ad.place.name }) })
  const facts = ad.facts.length === 0 ? null : { id: 'facts', title: t('facts'), content: factsMarkup(ad.facts) }
  return html`<div class="ad-body">${facts && sectionOf(facts)}${sectionOf({
    id: 'description',
    title: t('description'),
    content: html`${foreign}<div class="ad-text"${langOf(props)}>${paragraphs}</div>`,
  })}${sectionOf({
    id: 'location',
    title: t('location'),
    content: html`${drawn}<p class="meta">${placeWords(ad.place)}. ${t('locationNote')}</p>`,
  })}</div>`
}

/** On paper only: the short address, and the same as a code to scan. */
function printedAddress({ ad, locale, shortLink }: Props): Markup {
  const code = html`<img src="/qr/${ad.ref}" alt="" width="120" height="120" loading="lazy">`
  const words = translate(locale, 'ad')('shortLink', { url: shortLink })
  return html`<div class="only-print">${code}<p>${words}</p></div>`
}

function similarOf({ similar, locale, now }: Props): Markup | null {
  if (similar.length === 0) return null
  const title = translate(locale, 'ad')('similar')
  const list = adListMarkup({ ads: similar, locale, now, level: 3, label: title, areFirst: false })
  return html`<section class="ad-section ad-similar" aria-labelledby="similar"><h2 id="similar">${title}</h2>${
    list
  }</section>`
}
