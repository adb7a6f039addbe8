import type { Metadata } from 'next'
import { Results } from '../../../../components/ads/results.tsx'
import { emptyQuery } from '../../../../lib/ads/search.ts'
import { parseSearch, searchParamsFrom, searchSuffix } from '../../../../lib/ads/search-address.ts'
import { activeConstraints, withoutConstraint } from '../../../../lib/ads/search-constraints.ts'
import { searchAds } from '../../../../lib/ads/search-queries.ts'
import { loadCategoryTree } from '../../../../lib/categories/categories-queries.ts'
import { pageLocale } from '../../../../lib/http/page-locale.ts'
import { pageMetadata } from '../../../../lib/http/page-metadata.ts'
import { tagPage } from '../../../../lib/http/page-tags.ts'
import { resultsAddress } from '../../../../lib/http/results-address.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { currentTime } from '../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = translate(locale, 'search')
  const query = parseSearch(searchParamsFrom(await searchParams))
  const tree = loadCategoryTree()
  const isPlain = searchSuffix({ ...query, page: 1, before: '' }) === searchSuffix(emptyQuery)
  return pageMetadata({
    locale,
    title: query.text === '' ? t('title') : t('titleFor', { what: query.text }),
    description: t('description'),
    paths: { fr: resultsAddress(query, 'fr', tree), en: resultsAddress(query, 'en', tree) },
    isIndexed: isPlain && query.page === 1,
  })
}

export default async function SearchPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  tagPage(['ads', 'catalogue'])
  const now = currentTime()
  const tree = loadCategoryTree()
  const result = searchAds(parseSearch(searchParamsFrom(await searchParams)), { locale, now })
  const { query } = result
  return (
    <div className="page">
      <Results
        result={result}
        locale={locale}
        now={now}
        hrefOf={(to) => resultsAddress(to, locale, tree)}
        chips={activeConstraints(query).map((constraint) => ({
          constraint,
          query: withoutConstraint(query, constraint),
        }))}
      />
    </div>
  )
}
