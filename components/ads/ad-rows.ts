import type { PhotoDto } from '../../lib/ads/ads.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { photoMarkup } from './photo.ts'

/** One ad of a list in words already chosen. */
export type AdRowWords = Readonly<{
  ref: string
  href: string
  /** Language of the title where it is not the page's. */
  lang?: string | undefined
  title: string
  code: string
  facts: string
  where: string
  price: string
  isPriced: boolean
  cover: PhotoDto | null
  noPhoto: string
  count: string | null
  flag: Readonly<{ text: string; hint: string }> | null
  stub: Readonly<{ tone: 'paid' | 'free' | 'over'; what: string; cost?: string; isMarkable?: boolean }>
}>

type Options = Readonly<{ level: 2 | 3; areFirst: boolean }>

/** The lines of a list of ads, as markup because a page is made of little else. */
export function adRows(rows: readonly AdRowWords[], { level, areFirst }: Options): readonly Markup[] {
  return rows.map((row, at) => adRow(row, { level, isFirst: areFirst && at === 0 }))
}

/** Picture, words, money. The title is the only link; the whole row is its target. */
function adRow(row: AdRowWords, { level, isFirst }: Readonly<{ level: 2 | 3; isFirst: boolean }>): Markup {
  const { flag } = row
  const link = html`<a href="${row.href}">${row.title}</a>`
  const lang = row.lang === undefined ? null : html` lang="${row.lang}"`
  return html`<li class="ad-row" data-ref="${row.ref}"><div class="ad-photo">${
    row.cover ? photoMarkup(row.cover, { isFirst, alt: '' }) : html`<span class="meta">${row.noPhoto}</span>`
  }${flag && html`<span class="ad-flag" title="${flag.hint}">${flag.text}</span>`}${
    row.count && html`<span class="ad-count">${row.count}</span>`
  }</div><div class="ad-words"><p class="code">${row.code}</p>${
    level === 2 ? html`<h2${lang}>${link}</h2>` : html`<h3${lang}>${link}</h3>`
  }${row.facts === '' ? null : html`<p>${row.facts}</p>`}<p class="meta">${row.where}</p></div><p class="${
    row.isPriced ? 'ad-price amount' : 'ad-price ad-no-price'
  }">${row.price}</p>${stub(row.stub)}</li>`
}

/** The tear-off tab, as `Stub` draws it. */
function stub({ tone, what, cost, isMarkable }: AdRowWords['stub']): Markup {
  const markable = isMarkable ? html` data-unlocked-label=""` : null
  const price = cost === undefined ? null : html`<b>${cost}</b>`
  return html`<p class="${tone === 'paid' ? 'stub' : `stub stub-${tone}`}"><span${markable}>${what}</span>${price}</p>`
}
