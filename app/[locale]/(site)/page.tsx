import { adListMarkup } from '../../../components/ads/ad-list.ts'
import { categoryLedger } from '../../../components/ads/category-ledger.ts'
import { countAds, countAdsByCategory, newestAds } from '../../../lib/ads/ad-listing-queries.ts'
import { loadCategoryTree } from '../../../lib/categories/categories-queries.ts'
import type { DrawnPage, PageAddress } from '../../../lib/http/drawn-page.ts'
import { tagPage } from '../../../lib/http/page-tags.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { categoryPath, homePath, pathTo } from '../../../lib/i18n/paths.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { html, type Markup } from '../../../lib/text/markup.ts'
import { currentTime } from '../../../lib/time/time.ts'
import { drawnPage } from './drawn-page.tsx'

export const dynamic = 'force-dynamic'

const adsOnHome = 12

const { generateMetadata, Page } = drawnPage({ name: '', frame: '', draw: drawHome }, { className: 'page' })

export { generateMetadata, Page as default }

function drawHome({ locale }: PageAddress): DrawnPage {
  tagPage(['ads', 'catalogue'])
  const t = translate(locale, 'home')
  const content = html`<header class="home-head"><h1>${t('line')}</h1><p class="home-intro">${t(
    'intro',
  )}</p><p class="meta">${t('online', { count: countAds() })}</p></header>${categoriesOf(locale)}${newestOf(
    locale,
  )}${howOf(locale)}`
  const head = {
    locale,
    title: t('title'),
    description: t('intro'),
    paths: { fr: homePath('fr'), en: homePath('en') },
    feed: `/feeds/${locale}/ads`,
  }
  return { kind: 'page', head, content }
}

function sectionOf(id: string, { title, content }: Readonly<{ title: string; content: Markup }>): Markup {
  return html`<section class="home-section" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`
}

function categoriesOf(locale: Locale): Markup {
  const tree = loadCategoryTree()
  const content = categoryLedger({ tree, counts: countAdsByCategory(tree), locale })
  return sectionOf('categories', { title: translate(locale, 'home')('categories'), content })
}

function newestOf(locale: Locale): Markup {
  const t = translate(locale, 'home')
  const now = currentTime()
  const ads = newestAds(adsOnHome, { locale, now })
  const list = adListMarkup({ ads, locale, now, level: 3, label: t('newest'), areFirst: false })
  const content = html`${list}<p class="home-more"><a class="button button-quiet" href="${categoryPath(locale, [])}">${t(
    'seeAll',
  )}</a></p>`
  return sectionOf('newest', { title: t('newest'), content })
}

function howOf(locale: Locale): Markup {
  const t = translate(locale, 'home')
  const steps = ([1, 2, 3] as const).map(
    (number) => html`<li><h3>${t(`step${number}`)}</h3><p>${t(`step${number}Text`)}</p></li>`,
  )
  const content = html`<ol class="steps">${steps}</ol><p class="home-more"><a href="${pathTo(locale, 'prices')}">${t(
    'allPrices',
  )}</a></p>`
  return sectionOf('how', { title: t('how'), content })
}
