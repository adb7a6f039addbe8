import { isLocale } from '../i18n/locales.ts'

/** First segments of public pages below a language, and how many further segments they may have. */
const publicPages = new Map<string, Readonly<{ least: number; most: number }>>([
  ['ads', { least: 0, most: 8 }],
  ['ad', { least: 2, most: 2 }],
  ['advertiser', { least: 1, most: 1 }],
  ...[
    'search',
    'prices',
    'help',
    'ranking',
    'legal-notice',
    'terms',
    'sale-terms',
    'privacy',
    'accessibility',
    'cookies',
    'transparency',
    'developers',
  ].map((name) => [name, { least: 0, most: 0 }] as const),
])

const publicFiles = /^\/(brand\.css|opensearch\.xml|manifest\.webmanifest|robots\.txt|icon\.svg|favicon\.ico)$/
const publicFolders = /^\/(feeds|map|qr|sitemap|sitemaps)\/|^\/sitemap[\w-]*\.xml$/
/** Reads of the interface that are the same for everybody, in either language. */
const publicReads = /^\/api\/(openapi\.json|v1\/ads(\/[0-9A-Za-z]{6})?|v1\/categories)$/
const pageKeys = new Set(['p', 'page', 'tri', 'sort'])
const readKeys = new Set([...pageKeys, 'lang'])
const longestUrl = 512

/**
 * Whether the answer to a GET of this internal path is the same for everybody and worth keeping.
 *
 * Only known query keys, each once and short: anybody could otherwise fill the cache with one page under a million
 * names. A search for words is never kept: what people look for is theirs.
 */
export function isPublicPage(path: string, query: string): boolean {
  if (path.length + query.length > longestUrl) return false
  if (publicFiles.test(path)) return query.length <= 40
  if (publicFolders.test(path)) return hasOnlyKnownKeys(query)
  if (publicReads.test(path)) return hasOnlyKnownKeys(query, readKeys) && !/[?&]lang=(?!(fr|en)(&|$))/.test(query)
  const [, locale, page, ...rest] = path.split('/')
  if (!isLocale(locale)) return false
  if (page === undefined) return query === ''
  const bounds = publicPages.get(page)
  if (!bounds || rest.length < bounds.least || rest.length > bounds.most) return false
  if (page === 'ad' && ['contact', 'report', ''].includes(rest[1] ?? '')) return false
  return hasOnlyKnownKeys(query)
}

/** Pages that read their query; every other public page is the same whatever stands there. */
const readsQuery = new Set(['ads', 'advertiser', 'search'])
const marks = /^(utm_\w+|[a-z]{1,3}clid|mc_[ce]id)(=|$)/

/**
 * What a page in a language reads of its query. The marks that mails and networks hang on a link are dropped, so that a
 * link that thousands follow is one page and not thousands.
 */
export function queryOfPage(path: string, query: string): string {
  const [, locale, page = ''] = path.split('/')
  if (query === '' || !isLocale(locale) || (page !== '' && !publicPages.has(page))) return query
  if (!readsQuery.has(page)) return isPublicPage(path, '') ? '' : query
  const kept = query
    .slice(1)
    .split('&')
    .filter((pair) => !marks.test(pair))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function hasOnlyKnownKeys(query: string, known: ReadonlySet<string> = pageKeys): boolean {
  if (query === '' || query === '?') return true
  const pairs = query.slice(1).split('&')
  const names = pairs.map((pair) => pair.split('=')[0] ?? '')
  return (
    new Set(names).size === names.length &&
    names.every((name) => known.has(name)) &&
    pairs.every((pair) => /^[a-z]+=[a-z0-9_-]{0,24}$/.test(pair))
  )
}
