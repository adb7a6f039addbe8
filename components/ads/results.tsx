import type { ReactNode } from 'react'
import type { Constraint, SearchResult } from '../../lib/ads/search.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Pagination } from '../ui/pagination.tsx'
import { AdList } from './ad-list.tsx'
import { constraintWords } from './constraint-words.ts'
import { Filters, filtersId } from './filters.tsx'

type Query = SearchResult['query']
export type Chip = Readonly<{ constraint: Constraint; query: Query }>

type Props = Readonly<{
  result: SearchResult
  locale: Locale
  now: number
  hrefOf: (query: Query) => string
  /** What may be taken away again, each with the search that is left. */
  chips: readonly Chip[]
  /** What the page is about, when the search itself does not say: the heading of a category page. */
  heading?: ReactNode
}>

/** A page of results with its filters: the same for a search and for a category. */
export function Results({ result, locale, now, hrefOf, chips, heading }: Props) {
  const t = translate(locale, 'search')
  return (
    <div className="results">
      <div className="results-side">
        <Filters result={result} locale={locale} hrefOf={hrefOf} />
      </div>
      <div className="results-main">
        {heading ?? <ResultsHeading result={result} locale={locale} />}
        <Messages result={result} locale={locale} />
        <div className="results-tools">
          <Chips result={result} locale={locale} hrefOf={hrefOf} chips={chips} />
          {result.cards.length > 1 ? <SortChoice result={result} locale={locale} /> : null}
        </div>
        {result.cards.length === 0 ? (
          <Nothing result={result} locale={locale} hrefOf={hrefOf} />
        ) : (
          <AdList ads={result.cards} locale={locale} now={now} label={t('resultList')} />
        )}
        <Pages result={result} locale={locale} hrefOf={hrefOf} />
        <p className="legal">
          <a href={pathTo(locale, 'ranking')}>{t('ranking')}</a>
        </p>
      </div>
    </div>
  )
}

type Part = Pick<Props, 'result' | 'locale'>

function ResultsHeading({ result, locale }: Part) {
  const t = translate(locale, 'search')
  const { total, query, category, place, radiusKm, correction } = result
  const parts = [
    query.text === '' ? '' : t('forText', { text: correction?.used ?? query.text }),
    category ? t('inCategory', { category: category.label[locale] }) : '',
    place ? t('nearPlace', { place: place.name, radius: radiusKm ?? 0 }) : '',
  ].filter(Boolean)
  return (
    <h1 className="results-title">
      {t(total.isCapped ? 'resultsCapped' : 'results', { count: total.count })}
      {parts.length > 0 ? <span> {parts.join(' ')}</span> : null}
    </h1>
  )
}

function Messages({ result, locale }: Part) {
  const t = translate(locale, 'search')
  return (
    <>
      {result.correction ? (
        <p className="notice" role="status">
          {t('corrected', result.correction)}
        </p>
      ) : null}
      {result.unknownPlace ? (
        <p className="notice notice-warn" role="status">
          {t('unknownPlace', { place: result.unknownPlace })}
        </p>
      ) : null}
    </>
  )
}

function Chips({ result, locale, hrefOf, chips }: Omit<Props, 'now' | 'heading'>) {
  const t = translate(locale, 'search')
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={t('active')}>
      {chips.map(({ constraint, query }) => {
        const filter = constraintWords(constraint, result, locale)
        return (
          <li key={JSON.stringify(constraint)}>
            <a className="chip" href={hrefOf(query)} aria-label={t('removeFilter', { filter })}>
              {filter}
            </a>
          </li>
        )
      })}
      <li>
        <a href={pathTo(locale, 'search')}>{t('clearAll')}</a>
      </li>
    </ul>
  )
}

function SortChoice({ result, locale }: Part) {
  const t = translate(locale, 'search')
  return (
    <div className="sort">
      <label htmlFor="sort" className="meta">
        {t('sort')}
      </label>
      <select id="sort" name="tri" form={filtersId} defaultValue={result.query.sort}>
        <option value="recent">{t('sortRecent')}</option>
        {result.query.text ? <option value="relevance">{t('sortRelevance')}</option> : null}
        <option value="price_asc">{t('sortPriceAsc')}</option>
        <option value="price_desc">{t('sortPriceDesc')}</option>
      </select>
      <button type="submit" form={filtersId}>
        {t('sortSubmit')}
      </button>
    </div>
  )
}

function Nothing({ result, locale, hrefOf }: Part & Pick<Props, 'hrefOf'>) {
  const t = translate(locale, 'search')
  return (
    <div className="nothing">
      <p>
        <strong>{t('nothing')}</strong>
      </p>
      <p>{t(result.relaxations.length > 0 ? 'nothingHint' : 'nothingElse')}</p>
      <ul className="relaxations">
        {result.relaxations.map(({ remove, query, total }) => (
          <li key={JSON.stringify(remove)}>
            <a href={hrefOf(query)}>
              {remove.kind === 'radius'
                ? t('wider', { radius: query.radiusKm ?? 0 })
                : t('without', { filter: constraintWords(remove, result, locale) })}
            </a>
            <span className="num">
              {total.count}
              {total.isCapped ? '+' : ''}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Pages({ result, locale, hrefOf }: Part & Pick<Props, 'hrefOf'>) {
  const t = translate(locale, 'common')
  const { paging, query } = result
  const isDeep = query.before !== ''
  return (
    <Pagination
      page={isDeep ? paging.pages + 1 : paging.number}
      pageCount={paging.pages}
      hrefOf={(page) => hrefOf({ ...query, page, before: '' })}
      nextHref={paging.next ? hrefOf(paging.next) : undefined}
      labels={{
        nav: t('pagination'),
        previous: t('previousPage'),
        next: t('nextPage'),
        page: (page) => t('pageNumber', { page }),
      }}
    />
  )
}
