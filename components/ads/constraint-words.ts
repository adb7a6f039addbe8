import type { Constraint, SearchResult } from '../../lib/ads/search.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney, formatPrice } from '../../lib/money/format-money.ts'
import { money } from '../../lib/money/money.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { withRoom } from './ad-words.ts'

/** What a visitor asked for, in words: `≤ 1,50 €`, `30 km autour de Moulins`. */
export function constraintWords(constraint: Constraint, result: SearchResult, locale: Locale): string {
  const { query } = result
  switch (constraint.kind) {
    case 'text':
      return locale === 'fr' ? `« ${query.text} »` : `“${query.text}”`
    case 'category':
      return result.category?.label[locale] ?? query.category
    case 'place':
    case 'radius':
      return translate(locale, 'search')('around', {
        place: result.place?.name ?? query.place,
        radius: result.radiusKm ?? 0,
      })
    case 'price':
      return priceBounds(result, locale)
    case 'cost':
      return costWords(result, locale)
    case 'field':
      return fieldWords(constraint, result, locale)
  }
}

function currencyOf(result: SearchResult) {
  return result.category?.currency ?? 'EUR'
}

function priceBounds(result: SearchResult, locale: Locale): string {
  const { minMinor, maxMinor } = result.query
  const words = (minor: number) => withRoom(formatPrice(money(minor, currencyOf(result)), locale))
  if (minMinor !== null && maxMinor !== null) return `${words(minMinor)} – ${words(maxMinor)}`
  return minMinor === null ? `≤ ${words(maxMinor ?? 0)}` : `≥ ${words(minMinor)}`
}

function costWords(result: SearchResult, locale: Locale): string {
  const t = translate(locale, 'search')
  const { cost } = result.query
  if (cost === 'free' || cost === null) return t('freeContact')
  return t('contactUpTo', { price: formatMoney(money(cost, currencyOf(result)), locale) })
}

function fieldWords(constraint: Extract<Constraint, { kind: 'field' }>, result: SearchResult, locale: Locale): string {
  const facet = result.facets.fields.find(({ key }) => key === constraint.key)
  if (!facet) return constraint.value ?? constraint.key
  if (constraint.value !== null) {
    const option = facet.options.find(({ value }) => value === constraint.value)
    return facet.type === 'boolean' ? facet.label : (option?.label ?? constraint.value)
  }
  if (facet.type !== 'range') return facet.label
  const unit = facet.unit ? ` ${facet.unit}` : ''
  const shown = (bound: number | null) => (facet.isDate && bound !== null ? dayWords(bound, locale) : bound)
  const [from, to] = [shown(facet.from), shown(facet.to)]
  if (from !== null && to !== null) return `${facet.label} ${from} – ${to}${unit}`
  return from === null ? `${facet.label} ≤ ${to}${unit}` : `${facet.label} ≥ ${from}${unit}`
}

/** The day of a number like 20261122. */
function dayWords(day: number, locale: Locale): string {
  const at = Date.parse(String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'))
  return Number.isNaN(at) ? String(day) : formatDate(at, locale)
}
