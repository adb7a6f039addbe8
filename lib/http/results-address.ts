import { emptyQuery, type SearchQuery } from '../ads/search.ts'
import { printSearch, searchSuffix } from '../ads/search-address.ts'
import type { CategoryTree } from '../categories/categories.ts'
import type { Locale } from '../i18n/locales.ts'
import { categoryPath, pathTo } from '../i18n/paths.ts'

const { category: _none, place: _nowhere, page: _first, before: _start, ...untouched } = emptyQuery
const plainSearch = JSON.stringify(untouched)

/**
 * Where a search is shown. One that asks for a category and nothing else, in a place or not, has the category's own
 * page, which is cached and which search engines know; every other one is a search.
 */
export function resultsAddress(query: SearchQuery, locale: Locale, tree: CategoryTree): string {
  const category = tree.byKey.get(query.category)
  const { category: _category, place, page, before, ...others } = query
  if (!category || JSON.stringify(others) !== plainSearch) return pathTo(locale, 'search') + searchSuffix(query)
  const rest = printSearch({ ...emptyQuery, page, before }).toString()
  const path = categoryPath(locale, category.path[locale], place === '' ? undefined : place)
  return rest === '' ? path : `${path}?${rest}`
}
