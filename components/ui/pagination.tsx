import { html, type Markup } from '../../lib/text/markup.ts'
import { Drawn } from './drawn.tsx'

type Labels = Readonly<{ nav: string; previous: string; next: string; page: (page: number) => string }>

type Props = Readonly<{
  page: number
  pageCount: number
  hrefOf: (page: number) => string
  nextHref?: string | undefined
  labels: Labels
}>

/**
 * Numbered pages, then "next".
 *
 * @param pageCount How many pages have a number; 0 hides the numbers (a list that is only read forwards).
 * @param nextHref Overrides the address of "next", for lists that go on past their numbered pages.
 */
export function Pagination(props: Props) {
  const links = pageLinks(props)
  return links && <Drawn name="pages" as="nav" className="pagination" label={props.labels.nav} markup={links} />
}

/** The same within a larger part of a page; null when there is one page only. */
export function paginationMarkup(props: Props): Markup | null {
  const links = pageLinks(props)
  return links && html`<nav class="pagination" aria-label="${props.labels.nav}">${links}</nav>`
}

function pageLinks({ page, pageCount, hrefOf, nextHref, labels }: Props): Markup | null {
  const next = nextHref ?? (page < pageCount ? hrefOf(page + 1) : undefined)
  if (pageCount <= 1 && next === undefined) return null
  const numbers = numbersAround(page, pageCount).map((number, at, all) => {
    const before = all[at - 1]
    const gap = before !== undefined && number > before + 1 ? html`<span class="gap">…</span>` : null
    if (number === page) return html`${gap}<span aria-current="page" class="num">${number}</span>`
    return html`${gap}<a href="${hrefOf(number)}" aria-label="${labels.page(number)}" class="num">${number}</a>`
  })
  return html`${page > 1 ? html`<a href="${hrefOf(page - 1)}" rel="prev">${labels.previous}</a>` : null}${numbers}${
    next === undefined ? null : html`<a href="${next}" rel="next">${labels.next}</a>`
  }`
}

/** The first page, the last one, and two on either side of the current one. */
export function numbersAround(page: number, pageCount: number): readonly number[] {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, pageCount]
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= pageCount).sort((a, b) => a - b)
}
