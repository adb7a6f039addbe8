import { AsyncLocalStorage } from 'node:async_hooks'
import { expect, test } from 'vitest'
import { adRows } from '../../components/ads/ad-rows.ts'
import { filtersMarkup } from '../../components/ads/filters.ts'
import { emptyQuery, type FacetOption, type SearchResult } from '../../lib/ads/search.ts'
import { type Drawing, findMarkup, keepMarkup, useDrawing } from '../../lib/text/drawn-markup.ts'
import { html } from '../../lib/text/markup.ts'

const hostile = `</li></script><script>alert("1")</script><img src=x onerror='alert(2)' alt="&quot;&`
const escaped = `&lt;/li&gt;&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x onerror=&#x27;alert(2)&#x27; alt=&quot;&amp;quot;&amp;`

test('text is escaped in elements and attributes; markup, lists of it and nothing are not', () => {
  expect(html`<p title="${hostile}">${hostile}</p>`.toString()).toBe(`<p title="${escaped}">${escaped}</p>`)
  expect(html`<ul>${['<', '>'].map((sign) => html`<li>${sign}</li>`)}</ul>`.toString()).toBe(
    '<ul><li>&lt;</li><li>&gt;</li></ul>',
  )
  expect(html`${null}${undefined}${0}${''}${[null]}`.toString()).toBe('0')
})

test('what only looks like markup is text', () => {
  const lookalike = JSON.parse('{"text":"<b>","toString":"<b>"}')
  expect(() => html`${lookalike}`).toThrow()
  expect(html`${String(html`<b>`)}`.toString()).toBe('&lt;b&gt;')
})

test('no word of an ad leaves its place in a list', () => {
  const row = {
    ref: hostile,
    href: hostile,
    lang: hostile,
    title: hostile,
    code: hostile,
    facts: hostile,
    where: hostile,
    price: hostile,
    isPriced: true,
    cover: { hash: hostile, width: 4, height: 3, alt: hostile },
    noPhoto: hostile,
    count: hostile,
    flag: { text: hostile, hint: hostile },
    stub: { tone: 'paid', what: hostile, cost: hostile, isMarkable: true },
  } as const
  const drawn = html`${adRows([row, { ...row, cover: null, flag: null }], { level: 2, areFirst: true })}`.toString()
  expect(namesOfElements(drawn)).toEqual(['a', 'b', 'div', 'h2', 'img', 'li', 'p', 'span'])
  expect(drawn).not.toMatch(/<script|<img src=x/)
  expect(drawn.split(escaped).length - 1).toBeGreaterThan(18)
})

test('no name of a category, field or value leaves its place in the filters', () => {
  const option: FacetOption = {
    value: hostile,
    label: hostile,
    total: { count: 3, isCapped: true },
    isSelected: true,
    query: emptyQuery,
  }
  const named = { key: hostile, label: hostile, unit: hostile, from: null, to: null }
  const fields = [
    { ...named, type: 'choice' as const, options: [option] },
    { ...named, type: 'range' as const, options: [] },
  ]
  const drawn = filtersMarkup({
    result: resultOf({ categories: [option], cost: [{ ...option, value: '150' }], fields }),
    locale: 'fr',
    hrefOf: () => hostile,
  }).toString()
  expect(drawn).not.toMatch(/<script|<img/)
  expect(namesOfElements(drawn)).toEqual(
    'a button details div fieldset form h3 input label legend li nav span summary ul'.split(' '),
  )
})

test('a part is kept for the answer being drawn and no other; a name is given once', () => {
  const drawing = new AsyncLocalStorage<Drawing>()
  expect(keepMarkup('list', 'nowhere')).toBe(false)
  useDrawing(drawing)
  drawing.run({ parts: new Map() }, () => {
    expect([keepMarkup('list', 'first'), keepMarkup('list', 'second')]).toEqual([true, false])
    expect(findMarkup('list')).toBe('first')
  })
  drawing.run({ parts: new Map() }, () => expect(findMarkup('list')).toBeUndefined())
  expect([keepMarkup('list', 'after'), findMarkup('list')]).toEqual([false, undefined])
})

function resultOf(facets: SearchResult['facets']): SearchResult {
  return {
    query: { ...emptyQuery, text: hostile, category: hostile, place: hostile },
    total: { count: 3, isCapped: false },
    cards: [],
    facets,
    paging: { number: 1, pages: 1, previous: null, next: null },
    category: null,
    place: null,
    radiusKm: null,
    unknownPlace: null,
    correction: null,
    relaxations: [],
  }
}

function namesOfElements(markup: string): readonly string[] {
  return [...new Set([...markup.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name ?? ''))].sort()
}
