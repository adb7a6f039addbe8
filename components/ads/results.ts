import type { Constraint, SearchResult } from '../../lib/ads/search.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { paginationMarkup } from '../ui/pagination.tsx'
import { adListMarkup } from './ad-list.ts'
import { constraintWords } from './constraint-words.ts'
import { filtersId, filtersMarkup } from './filters.ts'

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
  heading?: Markup
}>

/** A page of results with its filters: the same for a search and for a category. */
export function resultsMarkup(props: Props): Markup {
  const { result, locale, now, hrefOf, heading } = props
  const t = translate(locale, 'search')
  const list = () => adListMarkup({ ads: result.cards, locale, now, label: t('resultList') })
  return html`<div class="results"><div class="results-side">${filtersMarkup({ result, locale, hrefOf })}</div><div class="results-main">${
    heading ?? headingOf(props)
  }${messagesOf(props)}<div class="results-tools">${chipsOf(props)}${
    result.cards.length > 1 ? sortChoiceOf(props) : null
  }</div>${result.cards.length === 0 ? nothingOf(props) : list()}${pagesOf(props)}<p class="legal"><a href="${pathTo(
    locale,
    'ranking',
  )}">${t('ranking')}</a></p></div></div>`
}

function headingOf({ result, locale }: Props): Markup {
  const t = translate(locale, 'search')
  const { total, query, category, place, radiusKm, correction } = result
  const parts = [
    query.text === '' ? '' : t('forText', { text: correction?.used ?? query.text }),
    category ? t('inCategory', { category: category.label[locale] }) : '',
    place ? t('nearPlace', { place: place.name, radius: radiusKm ?? 0 }) : '',
  ].filter(Boolean)
  const count = t(total.isCapped ? 'resultsCapped' : 'results', { count: total.count })
  const about = parts.length > 0 ? html`<span> ${parts.join(' ')}</span>` : null
  return html`<h1 class="results-title">${count}${about}</h1>`
}

function messagesOf({ result, locale }: Props): Markup {
  const t = translate(locale, 'search')
  const { correction, unknownPlace } = result
  return html`${correction && html`<p class="notice" role="status">${t('corrected', correction)}</p>`}${
    unknownPlace && html`<p class="notice notice-warn" role="status">${t('unknownPlace', { place: unknownPlace })}</p>`
  }`
}

function chipsOf({ result, locale, hrefOf, chips }: Props): Markup | null {
  const t = translate(locale, 'search')
  if (chips.length === 0) return null
  const items = chips.map(({ constraint, query }) => {
    const filter = constraintWords(constraint, result, locale)
    return html`<li><a class="chip" href="${hrefOf(query)}" aria-label="${t('removeFilter', { filter })}">${
      filter
    }</a></li>`
  })
  return html`<ul class="chips" aria-label="${t('active')}">${items}<li><a href="${pathTo(locale, 'search')}">${t(
    'clearAll',
  )}</a></li></ul>`
}

function sortChoiceOf({ result, locale }: Props): Markup {
  const t = translate(locale, 'search')
  const { sort, text } = result.query
  const option = (value: Query['sort'], words: string) =>
    html`<option value="${value}"${value === sort ? html` selected=""` : null}>${words}</option>`
  return html`<div class="sort"><label for="sort" class="meta">${t('sort')}</label><select id="sort" name="tri" form="${
    filtersId
  }">${option('recent', t('sortRecent'))}${text ? option('relevance', t('sortRelevance')) : null}${option(
    'price_asc',
    t('sortPriceAsc'),
  )}${option('price_desc', t('sortPriceDesc'))}</select><button type="submit" form="${filtersId}">${t(
    'sortSubmit',
  )}</button></div>`
}

function nothingOf({ result, locale, hrefOf }: Props): Markup {
  const t = translate(locale, 'search')
  const ways = result.relaxations.map(({ remove, query, total }) => {
    const words =
      remove.kind === 'radius'
        ? t('wider', { radius: query.radiusKm ?? 0 })
        : t('without', { filter: constraintWords(remove, result, locale) })
    const count = `${total.count}${total.isCapped ? '+' : ''}`
    return html`<li><a href="${hrefOf(query)}">${words}</a><span class="num">${count}</span></li>`
  })
  return html`<div class="nothing"><p><strong>${t('nothing')}</strong></p><p>${t(
    ways.length > 0 ? 'nothingHint' : 'nothingElse',
  )}</p><ul class="relaxations">${ways}</ul></div>`
}

function pagesOf({ result: { paging, query }, locale, hrefOf }: Props): Markup | null {
  const t = translate(locale, 'common')
  const isDeep = query.before !== ''
  return paginationMarkup({
    page: isDeep ? paging.pages + 1 : paging.number,
    pageCount: paging.pages,
    hrefOf: (page) => hrefOf({ ...query, page, before: '' }),
    nextHref: paging.next ? hrefOf(paging.next) : undefined,
    labels: {
      nav: t('pagination'),
      previous: t('previousPage'),
      next: t('nextPage'),
      page: (page) => t('pageNumber', { page }),
    },
  })
}
