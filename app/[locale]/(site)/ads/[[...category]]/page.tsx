import { contactCost } from '../../../../../components/ads/category-ledger.ts'
import { resultsMarkup } from '../../../../../components/ads/results.ts'
import { breadcrumbsMarkup } from '../../../../../components/ui/breadcrumbs.tsx'
import { emptyQuery, type SearchResult } from '../../../../../lib/ads/search.ts'
import { parseSearch } from '../../../../../lib/ads/search-address.ts'
import { searchAds } from '../../../../../lib/ads/search-queries.ts'
import { categoryTrail } from '../../../../../lib/categories/categories.ts'
import { loadCategoryTree } from '../../../../../lib/categories/categories-queries.ts'
import { type CategoryPage, findCategoryPage } from '../../../../../lib/http/category-address.ts'
import type { DrawnPage, PageAddress } from '../../../../../lib/http/drawn-page.ts'
import type { PageHead } from '../../../../../lib/http/page-metadata.ts'
import { tagPage } from '../../../../../lib/http/page-tags.ts'
import { resultsAddress } from '../../../../../lib/http/results-address.ts'
import type { Locale } from '../../../../../lib/i18n/locales.ts'
import { categoryPath, homePath } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { html, type Markup } from '../../../../../lib/text/markup.ts'
import { currentTime } from '../../../../../lib/time/time.ts'
import { drawnPage } from '../../drawn-page.tsx'

export const dynamic = 'force-dynamic'

const { generateMetadata, Page } = drawnPage({ name: 'ads', frame: '/ads', draw: drawCategory }, { className: 'page' })

export { generateMetadata, Page as default }

function drawCategory({ locale, segments, query: params }: PageAddress): DrawnPage {
  const found = findCategoryPage(locale, segments)
  if (found.kind === 'unknown') return { kind: 'missing' }
  if (found.kind === 'moved') return found
  tagPage(['ads', 'catalogue'])
  const now = currentTime()
  const tree = loadCategoryTree()
  const { category, place } = found
  const { page, before, sort } = parseSearch(params)
  const query = { ...emptyQuery, category: category?.key ?? '', place: place?.slug ?? '', page, before, sort }
  const result = searchAds(query, { locale, now })
  const base = categoryPath(locale, category?.path[locale] ?? [], place?.slug)
  const results = resultsMarkup({
    result,
    locale,
    now,
    hrefOf: (to) => (category || to.category ? resultsAddress(to, locale, tree) : pagePath(base, to)),
    chips: [],
    heading: headingOf(result, locale),
  })
  const content = html`${crumbsOf(result, locale)}${results}`
  return { kind: 'page', head: headFor(found, { locale, page, before }), content }
}

type Found = Extract<CategoryPage, { kind: 'found' }>

function headFor(
  { category, place }: Found,
  { locale, page, before }: Readonly<{ locale: Locale; page: number; before: string }>,
): PageHead {
  const t = translate(locale, 'search')
  const name = category?.label[locale] ?? t('allAds')
  const suffix = page > 1 ? `?p=${page}` : ''
  return {
    locale,
    title: place ? t('categoryAt', { category: name, place: place.name }) : name,
    description: t('categoryDescription', { category: name }),
    paths: {
      fr: categoryPath('fr', category?.path.fr ?? [], place?.slug) + suffix,
      en: categoryPath('en', category?.path.en ?? [], place?.slug) + suffix,
    },
    isIndexed: before === '',
    feed: `/feeds/${locale}/${category?.path[locale].join('/') ?? 'ads'}`,
  }
}

/** The list of all ads has pages of its own; it is not a search for nothing. */
function pagePath(base: string, { page, before }: SearchResult['query']): string {
  if (before !== '') return `${base}?avant=${before}`
  return page > 1 ? `${base}?p=${page}` : base
}

function headingOf({ category, place, total, radiusKm }: SearchResult, locale: Locale): Markup {
  const t = translate(locale, 'search')
  const name = category?.label[locale] ?? t('allAds')
  const count = t(total.isCapped ? 'resultsCapped' : 'results', { count: total.count })
  const near = place ? [t('nearPlace', { radius: radiusKm ?? 0, place: place.name })] : []
  const title = place ? t('categoryAt', { category: name, place: place.name }) : name
  const about = [count, ...near, ...(category ? [contactCost(category, locale)] : [])].join(' · ')
  return html`<h1>${title}</h1><p class="meta">${about}</p>`
}

function crumbsOf({ category, place }: SearchResult, locale: Locale): Markup {
  const t = translate(locale, 'common')
  const trail = category ? categoryTrail(loadCategoryTree(), category.id) : []
  const steps = trail.map((step) => ({ label: step.label[locale], href: categoryPath(locale, step.path[locale]) }))
  const all = { label: translate(locale, 'search')('allAds'), href: categoryPath(locale, []) }
  const crumbs = [
    { label: t('siteName'), href: homePath(locale) },
    ...(category ? steps : [all]),
    ...(place ? [{ label: place.name }] : []),
  ]
  return breadcrumbsMarkup({
    label: t('breadcrumbs'),
    crumbs: crumbs.map((crumb, at) => (at === crumbs.length - 1 ? { label: crumb.label } : crumb)),
  })
}
