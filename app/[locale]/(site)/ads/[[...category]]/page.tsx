import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { contactCost } from '../../../../../components/ads/category-ledger.tsx'
import { Results } from '../../../../../components/ads/results.tsx'
import { Breadcrumbs } from '../../../../../components/ui/breadcrumbs.tsx'
import { emptyQuery, type SearchResult } from '../../../../../lib/ads/search.ts'
import { parseSearch, searchParamsFrom } from '../../../../../lib/ads/search-address.ts'
import { searchAds } from '../../../../../lib/ads/search-queries.ts'
import { categoryTrail } from '../../../../../lib/categories/categories.ts'
import { loadCategoryTree } from '../../../../../lib/categories/categories-queries.ts'
import { findCategoryPage } from '../../../../../lib/http/category-address.ts'
import { pageLocale } from '../../../../../lib/http/page-locale.ts'
import { pageMetadata } from '../../../../../lib/http/page-metadata.ts'
import { tagPage } from '../../../../../lib/http/page-tags.ts'
import { resultsAddress } from '../../../../../lib/http/results-address.ts'
import type { Locale } from '../../../../../lib/i18n/locales.ts'
import { categoryPath, homePath } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { html, type Markup } from '../../../../../lib/text/markup.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ locale: string; category?: string[] }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const found = findCategoryPage(locale, (await params).category ?? [])
  if (found.kind !== 'found') return {}
  const { category, place } = found
  const t = translate(locale, 'search')
  const { page, before } = parseSearch(searchParamsFrom(await searchParams))
  const name = category?.label[locale] ?? t('allAds')
  const suffix = page > 1 ? `?p=${page}` : ''
  return pageMetadata({
    locale,
    title: place ? t('categoryAt', { category: name, place: place.name }) : name,
    description: t('categoryDescription', { category: name }),
    paths: {
      fr: categoryPath('fr', category?.path.fr ?? [], place?.slug) + suffix,
      en: categoryPath('en', category?.path.en ?? [], place?.slug) + suffix,
    },
    isIndexed: before === '',
    feed: `/feeds/${locale}/${category?.path[locale].join('/') ?? 'ads'}`,
  })
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  const found = findCategoryPage(locale, (await params).category ?? [])
  if (found.kind === 'unknown') notFound()
  if (found.kind === 'moved') permanentRedirect(found.path)
  tagPage(['ads', 'catalogue'])
  const now = currentTime()
  const tree = loadCategoryTree()
  const { category, place } = found
  const { page, before, sort } = parseSearch(searchParamsFrom(await searchParams))
  const query = { ...emptyQuery, category: category?.key ?? '', place: place?.slug ?? '', page, before, sort }
  const result = searchAds(query, { locale, now })
  const base = categoryPath(locale, category?.path[locale] ?? [], place?.slug)
  return (
    <div className="page">
      <CategoryCrumbs result={result} locale={locale} />
      <Results
        result={result}
        locale={locale}
        now={now}
        hrefOf={(to) => (category || to.category ? resultsAddress(to, locale, tree) : pagePath(base, to))}
        chips={[]}
        heading={headingOf(result, locale)}
      />
    </div>
  )
}

/** The list of all ads has pages of its own; it is not a search for nothing. */
function pagePath(base: string, { page, before }: SearchResult['query']): string {
  if (before !== '') return `${base}?avant=${before}`
  return page > 1 ? `${base}?p=${page}` : base
}

type Part = Readonly<{ result: SearchResult; locale: Locale }>

function headingOf({ category, place, total, radiusKm }: SearchResult, locale: Locale): Markup {
  const t = translate(locale, 'search')
  const name = category?.label[locale] ?? t('allAds')
  const count = t(total.isCapped ? 'resultsCapped' : 'results', { count: total.count })
  const near = place ? [t('nearPlace', { radius: radiusKm ?? 0, place: place.name })] : []
  const title = place ? t('categoryAt', { category: name, place: place.name }) : name
  const about = [count, ...near, ...(category ? [contactCost(category, locale)] : [])].join(' · ')
  return html`<h1>${title}</h1><p class="meta">${about}</p>`
}

function CategoryCrumbs({ result: { category, place }, locale }: Part) {
  const t = translate(locale, 'common')
  const trail = category ? categoryTrail(loadCategoryTree(), category.id) : []
  const steps = trail.map((step) => ({ label: step.label[locale], href: categoryPath(locale, step.path[locale]) }))
  const all = { label: translate(locale, 'search')('allAds'), href: categoryPath(locale, []) }
  const crumbs = [
    { label: t('siteName'), href: homePath(locale) },
    ...(category ? steps : [all]),
    ...(place ? [{ label: place.name }] : []),
  ]
  return (
    <Breadcrumbs
      label={t('breadcrumbs')}
      crumbs={crumbs.map((crumb, at) => (at === crumbs.length - 1 ? { label: crumb.label } : crumb))}
    />
  )
}
