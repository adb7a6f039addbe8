import type { FacetOption, FieldFacet, SearchResult } from '../../lib/ads/search.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { decimalAmount, money } from '../../lib/money/money.ts'
import { html, type Markup } from '../../lib/text/markup.ts'

export type FiltersProps = Readonly<{
  result: SearchResult
  locale: Locale
  hrefOf: (query: SearchResult['query']) => string
}>

type Part = Omit<FiltersProps, 'hrefOf'>

export const filtersId = 'filters'
const shownOptions = 6
const radii = [10, 20, 30, 50, 100, 200]

/** The filters of a search: a plain GET form, folded away on a phone. */
export function filtersMarkup({ result, locale, hrefOf }: FiltersProps): Markup {
  const t = translate(locale, 'search')
  const { query, total } = result
  const submit = total.count === 0 ? t('apply') : t(total.isCapped ? 'showCapped' : 'show', { count: total.count })
  return html`<details class="filters"><summary>${t('filters')}</summary>${categoriesOf({ result, locale, hrefOf })}<form
 id="${filtersId}" action="${pathTo(locale, 'search')}">${hidden('q', query.text)}${hidden('c', query.category)}${hidden(
   'lieu',
   query.place,
 )}${result.place ? radiusOf({ result, locale }) : null}${priceOf({ result, locale })}${costOf({
   result,
   locale,
 })}${result.facets.fields.map((facet) =>
   fieldOf(facet, locale),
 )}<button type="submit" class="button button-wide">${submit}</button></form></details>`
}

function hidden(name: string, value: string): Markup | null {
  return value === '' ? null : html`<input type="hidden" name="${name}" value="${value}">`
}

function categoriesOf({ result, locale, hrefOf }: FiltersProps): Markup | null {
  const t = translate(locale, 'search')
  const { category, facets, query } = result
  if (facets.categories.length === 0 && !category) return null
  const all = () => hrefOf({ ...query, category: '', filters: {}, page: 1, before: '' })
  const lines = facets.categories.map((option) => {
    const name =
      option.total.count === 0
        ? html`<span>${option.label}</span>`
        : html`<a href="${hrefOf(option.query)}">${option.label}</a>`
    return html`<li>${name}${countOf(option)}</li>`
  })
  return html`<nav class="facet" aria-label="${t('category')}"><h3>${t('category')}</h3><ul>${
    category && html`<li><a href="${all()}">${t('allCategories')}</a></li>`
  }${lines}</ul></nav>`
}

function countOf({ total }: FacetOption): Markup {
  return html`<span class="num">${total.count}${total.isCapped && total.count > 0 ? '+' : ''}</span>`
}

function radiusOf({ result, locale }: Part): Markup {
  const t = translate(locale, 'search')
  const chosen = result.radiusKm ?? 0
  const choices = radii.includes(chosen) ? radii : [...radii, chosen].sort((a, b) => a - b)
  const options = choices.map(
    (km) => html`<option value="${km}"${km === chosen ? html` selected=""` : null}>${t('radiusKm', { km })}</option>`,
  )
  return html`<div class="facet"><label for="filter-radius">${t('radius')}</label><select
 id="filter-radius" name="r" class="input">${options}</select></div>`
}

function priceOf({ result, locale }: Part): Markup {
  const t = translate(locale, 'search')
  const { minMinor, maxMinor } = result.query
  const bounds = boundsOf({
    names: ['min', 'max'],
    labels: [t('priceMin'), t('priceMax')],
    values: [minMinor === null ? '' : minMinor / 100, maxMinor === null ? '' : maxMinor / 100],
    hints: [t('from'), t('to')],
  })
  return html`<fieldset class="facet"><legend>${t('price')}</legend>${bounds}</fieldset>`
}

type Pair<T> = readonly [T, T]
type Bounds = Readonly<{
  names: Pair<string>
  labels: Pair<string>
  values: Pair<string | number>
  hints: Pair<string>
  isDate?: boolean
}>

function boundsOf({ names, labels, values, hints, isDate = false }: Bounds): Markup {
  const type = isDate ? html`type="date"` : html`type="text" inputmode="decimal"`
  const inputs = ([0, 1] as const).map(
    (side) =>
      html`<input class="input num" name="${names[side]}" ${type} aria-label="${labels[side]}" placeholder="${
        hints[side]
      }" value="${values[side]}">`,
  )
  return html`<div class="bounds">${inputs}</div>`
}

function costOf({ result, locale }: Part): Markup {
  const t = translate(locale, 'search')
  const isAny = result.query.cost === null
  const options = result.facets.cost.map((option) => {
    const value = option.value === 'free' ? '0' : decimalAmount(money(Number(option.value), 'EUR'))
    return optionOf(option, html`type="radio" name="cout" value="${value}"`)
  })
  return html`<fieldset class="facet"><legend>${t('contactCost')}</legend><label class="option"><input
 type="radio" name="cout" value=""${isAny ? html` checked=""` : null}><span>${t('any')}</span></label>${options}</fieldset>`
}

/** One choice with what it would find; one that finds nothing cannot be chosen, but can be taken back. */
function optionOf(option: FacetOption, control: Markup): Markup {
  const checked = option.isSelected ? html` checked=""` : null
  const disabled = option.total.count === 0 && !option.isSelected ? html` disabled=""` : null
  return html`<label class="option"><input ${control}${checked}${disabled}><span>${option.label}</span>${countOf(
    option,
  )}</label>`
}

function fieldOf(facet: FieldFacet, locale: Locale): Markup | null {
  const t = translate(locale, 'search')
  if (facet.type !== 'range' && facet.options.length === 0) return null
  const label = facet.unit ? `${facet.label} (${facet.unit})` : facet.label
  const isShown = (option: FacetOption, at: number) => at < shownOptions || option.isSelected
  const others = facet.options.filter((option, at) => !isShown(option, at))
  const more = html`<details><summary class="meta">${t('moreChoices')}</summary>${choicesOf(facet, others)}</details>`
  return html`<fieldset class="facet"><legend>${label}</legend>${
    facet.type === 'range' ? rangeOf(facet, { label, locale }) : choicesOf(facet, facet.options.filter(isShown))
  }${others.length > 0 ? more : null}</fieldset>`
}

function rangeOf(facet: FieldFacet, { label, locale }: Readonly<{ label: string; locale: Locale }>): Markup {
  const t = translate(locale, 'search')
  const isDate = facet.isDate === true
  return boundsOf({
    names: [`f.${facet.key}.min`, `f.${facet.key}.max`],
    labels: [t('minOf', { label }), t('maxOf', { label })],
    values: isDate ? [dayText(facet.from), dayText(facet.to)] : [facet.from ?? '', facet.to ?? ''],
    hints: [t('from'), t('to')],
    isDate,
  })
}

/** `2026-11-22` of 20261122, as a date input wants it. */
function dayText(day: number | null): string {
  return day === null ? '' : String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
}

function choicesOf(facet: FieldFacet, options: readonly FacetOption[]): readonly Markup[] {
  return options.map((option) =>
    optionOf(option, html`type="checkbox" name="${`f.${facet.key}`}" value="${option.value}"`),
  )
}
