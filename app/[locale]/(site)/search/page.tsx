import { resultsMarkup } from '../../../../components/ads/results.ts'
import { emptyQuery, type SearchQuery } from '../../../../lib/ads/search.ts'
import { parseSearch, searchSuffix } from '../../../../lib/ads/search-address.ts'
import { activeConstraints, withoutConstraint } from '../../../../lib/ads/search-constraints.ts'
import { searchAds } from '../../../../lib/ads/search-queries.ts'
import { loadCategoryTree } from '../../../../lib/categories/categories-queries.ts'
import type { DrawnPage, PageAddress } from '../../../../lib/http/drawn-page.ts'
import { tagPage } from '../../../../lib/http/page-tags.ts'
import { resultsAddress } from '../../../../lib/http/results-address.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { currentTime } from '../../../../lib/time/time.ts'
import { drawnPage } from '../drawn-page.tsx'

export const dynamic = 'force-dynamic'

const { generateMetadata, Page } = drawnPage(
  { name: 'search', frame: '/search', draw: drawSearch },
  { className: 'page' },
)

export { generateMetadata, Page as default }

function drawSearch({ locale, query: params }: PageAddress): DrawnPage {
  tagPage(['ads', 'catalogue'])
  const t = translate(locale, 'search')
  const now = currentTime()
  const tree = loadCategoryTree()
  const asked = parseSearch(params)
  const result = searchAds(asked, { locale, now })
  const { query } = result
  const content = resultsMarkup({
    result,
    locale,
    now,
    hrefOf: (to) => resultsAddress(to, locale, tree),
    chips: activeConstraints(query).map((constraint) => ({ constraint, query: withoutConstraint(query, constraint) })),
  })
  const head = {
    locale,
    title: asked.text === '' ? t('title') : t('titleFor', { what: asked.text }),
    description: t('description'),
    paths: { fr: resultsAddress(asked, 'fr', tree), en: resultsAddress(asked, 'en', tree) },
    isIndexed: isPlain(asked),
  }
  return { kind: 'page', head, content }
}

/** A search for nothing: the first page of everything. */
function isPlain(query: SearchQuery): boolean {
  return query.page === 1 && searchSuffix({ ...query, before: '' }) === searchSuffix(emptyQuery)
}
