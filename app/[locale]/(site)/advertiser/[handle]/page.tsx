import { adListMarkup } from '../../../../../components/ads/ad-list.ts'
import { breadcrumbsMarkup } from '../../../../../components/ui/breadcrumbs.tsx'
import { paginationMarkup } from '../../../../../components/ui/pagination.tsx'
import { adsOfAdvertiser } from '../../../../../lib/ads/ad-listing-queries.ts'
import type { DrawnPage, PageAddress } from '../../../../../lib/http/drawn-page.ts'
import { tagPage } from '../../../../../lib/http/page-tags.ts'
import type { Locale } from '../../../../../lib/i18n/locales.ts'
import { homePath, pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { html, type Markup } from '../../../../../lib/text/markup.ts'
import { formatMonth } from '../../../../../lib/time/format-time.ts'
import { currentTime } from '../../../../../lib/time/time.ts'
import { drawnPage } from '../../drawn-page.tsx'

export const dynamic = 'force-dynamic'

const { generateMetadata, Page } = drawnPage(
  { name: 'advertiser', frame: '/advertiser/-', draw: drawAdvertiser },
  { className: 'page' },
)

export { generateMetadata, Page as default }

type Found = NonNullable<ReturnType<typeof adsOfAdvertiser>>
type Reading = Readonly<{ locale: Locale; now: number; page: number }>

function drawAdvertiser({ locale, segments: [handle = ''], query }: PageAddress): DrawnPage {
  const reading = { page: pageOf(query.get('p')), locale, now: currentTime() }
  tagPage([`advertiser:${handle}`, 'ads'])
  const found = adsOfAdvertiser(handle, reading)
  if (!found) return { kind: 'missing' }
  const title = translate(locale, 'ad')('adsOf', { name: found.advertiser.publicName })
  const suffix = reading.page > 1 ? `?p=${reading.page}` : ''
  const head = {
    locale,
    title,
    description: title,
    paths: { fr: pathTo('fr', 'advertiser', handle) + suffix, en: pathTo('en', 'advertiser', handle) + suffix },
    isIndexed: found.advertiser.isProfessional,
  }
  const list = adListMarkup({ ads: found.cards, ...reading, label: title })
  const content = html`${headingOf(found, locale)}${list}${pagesOf(found, { ...reading, handle })}`
  return { kind: 'page', head, content }
}

function headingOf({ advertiser, count }: Found, locale: Locale): Markup {
  const t = translate(locale, 'ad')
  const common = translate(locale, 'common')
  const crumbs = breadcrumbsMarkup({
    label: common('breadcrumbs'),
    crumbs: [{ label: common('siteName'), href: homePath(locale) }, { label: advertiser.publicName }],
  })
  const about = [
    t(advertiser.isProfessional ? 'professional' : 'private'),
    t('since', { date: formatMonth(advertiser.createdAt, locale) }),
    t('adCount', { count }),
  ].join(' · ')
  const business = advertiser.businessId
    ? html`<p class="meta">${t('businessId', { id: advertiser.businessId })}</p>`
    : null
  return html`${crumbs}<header class="ad-head"><h1>${advertiser.publicName}</h1><p class="meta">${about}</p>${
    business
  }</header>`
}

function pagesOf({ pages }: Found, { locale, page, handle }: Reading & Readonly<{ handle: string }>): Markup | null {
  const t = translate(locale, 'common')
  const path = pathTo(locale, 'advertiser', handle)
  return paginationMarkup({
    page,
    pageCount: pages,
    hrefOf: (number) => (number > 1 ? `${path}?p=${number}` : path),
    labels: {
      nav: t('pagination'),
      previous: t('previousPage'),
      next: t('nextPage'),
      page: (number) => t('pageNumber', { page: number }),
    },
  })
}

function pageOf(value: string | null): number {
  const number = Number(value)
  return Number.isInteger(number) && number >= 1 && number < 100_000 ? number : 1
}
