import type { FacetOption, FieldFacet, SearchResult } from '../../lib/ads/search.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { decimalAmount, money } from '../../lib/money/money.ts'

export type FiltersProps = Readonly<{
  result: SearchResult
  locale: Locale
  hrefOf: (query: SearchResult['query']) => string
}>

export const filtersId = 'filters'
const shownOptions = 6
const radii = [10, 20, 30, 50, 100, 200]

/** The filters of a search: a plain GET form, folded away on a phone. */
export function Filters({ result, locale, hrefOf }: FiltersProps) {
  const t = translate(locale, 'search')
  const { query, total } = result
  return (
    <details className="filters">
      <summary>{t('filters')}</summary>
      <Categories result={result} locale={locale} hrefOf={hrefOf} />
      <form id={filtersId} action={pathTo(locale, 'search')}>
        {query.text ? <input type="hidden" name="q" value={query.text} /> : null}
        {query.category ? <input type="hidden" name="c" value={query.category} /> : null}
        {query.place ? <input type="hidden" name="lieu" value={query.place} /> : null}
        {result.place ? <Radius result={result} locale={locale} /> : null}
        <Price result={result} locale={locale} />
        <Cost result={result} locale={locale} />
        {result.facets.fields.map((facet) => (
          <FieldFilter key={facet.key} facet={facet} locale={locale} />
        ))}
        <button type="submit" className="button button-wide">
          {total.count === 0 ? t('apply') : t(total.isCapped ? 'showCapped' : 'show', { count: total.count })}
        </button>
      </form>
    </details>
  )
}

function Categories({ result, locale, hrefOf }: FiltersProps) {
  const t = translate(locale, 'search')
  const { category, facets, query } = result
  if (facets.categories.length === 0 && !category) return null
  return (
    <nav className="facet" aria-label={t('category')}>
      <h3>{t('category')}</h3>
      <ul>
        {category ? (
          <li>
            <a href={hrefOf({ ...query, category: '', filters: {}, page: 1, before: '' })}>{t('allCategories')}</a>
          </li>
        ) : null}
        {facets.categories.map((option) => (
          <li key={option.value}>
            {option.total.count === 0 ? <span>{option.label}</span> : <a href={hrefOf(option.query)}>{option.label}</a>}
            <Count option={option} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Count({ option }: Readonly<{ option: FacetOption }>) {
  return (
    <span className="num">
      {option.total.count}
      {option.total.isCapped && option.total.count > 0 ? '+' : ''}
    </span>
  )
}

function Radius({ result, locale }: Omit<FiltersProps, 'hrefOf'>) {
  const t = translate(locale, 'search')
  const chosen = result.radiusKm ?? 0
  const choices = radii.includes(chosen) ? radii : [...radii, chosen].sort((a, b) => a - b)
  return (
    <div className="facet">
      <label htmlFor="filter-radius">{t('radius')}</label>
      <select id="filter-radius" name="r" className="input" defaultValue={chosen}>
        {choices.map((km) => (
          <option key={km} value={km}>
            {t('radiusKm', { km })}
          </option>
        ))}
      </select>
    </div>
  )
}

function Price({ result, locale }: Omit<FiltersProps, 'hrefOf'>) {
  const t = translate(locale, 'search')
  const { minMinor, maxMinor } = result.query
  return (
    <fieldset className="facet">
      <legend>{t('price')}</legend>
      <Bounds
        names={['min', 'max']}
        labels={[t('priceMin'), t('priceMax')]}
        values={[minMinor === null ? '' : minMinor / 100, maxMinor === null ? '' : maxMinor / 100]}
        hints={[t('from'), t('to')]}
      />
    </fieldset>
  )
}

type Pair<T> = readonly [T, T]

function Bounds({
  names,
  labels,
  values,
  hints,
  type = 'text',
}: Readonly<{
  names: Pair<string>
  labels: Pair<string>
  values: Pair<string | number>
  hints: Pair<string>
  type?: 'text' | 'date'
}>) {
  return (
    <div className="bounds">
      {([0, 1] as const).map((side) => (
        <input
          key={names[side]}
          className="input num"
          name={names[side]}
          type={type}
          inputMode={type === 'date' ? undefined : 'decimal'}
          aria-label={labels[side]}
          placeholder={hints[side]}
          defaultValue={values[side]}
        />
      ))}
    </div>
  )
}

function Cost({ result, locale }: Omit<FiltersProps, 'hrefOf'>) {
  const t = translate(locale, 'search')
  const isAny = result.query.cost === null
  return (
    <fieldset className="facet">
      <legend>{t('contactCost')}</legend>
      <label className="option">
        <input type="radio" name="cout" value="" defaultChecked={isAny} />
        <span>{t('any')}</span>
      </label>
      {result.facets.cost.map((option) => (
        <label key={option.value} className="option">
          <input
            type="radio"
            name="cout"
            value={option.value === 'free' ? '0' : decimalAmount(money(Number(option.value), 'EUR'))}
            defaultChecked={option.isSelected}
            disabled={option.total.count === 0 && !option.isSelected}
          />
          <span>{option.label}</span>
          <Count option={option} />
        </label>
      ))}
    </fieldset>
  )
}

function FieldFilter({ facet, locale }: Readonly<{ facet: FieldFacet; locale: Locale }>) {
  const t = translate(locale, 'search')
  if (facet.type !== 'range' && facet.options.length === 0) return null
  const label = facet.unit ? `${facet.label} (${facet.unit})` : facet.label
  const first = facet.options.filter((option, at) => at < shownOptions || option.isSelected)
  const others = facet.options.filter((option) => !first.includes(option))
  return (
    <fieldset className="facet">
      <legend>{label}</legend>
      {facet.type === 'range' ? (
        <Bounds
          names={[`f.${facet.key}.min`, `f.${facet.key}.max`]}
          labels={[t('minOf', { label }), t('maxOf', { label })]}
          values={facet.isDate ? [dayText(facet.from), dayText(facet.to)] : [facet.from ?? '', facet.to ?? '']}
          hints={[t('from'), t('to')]}
          type={facet.isDate ? 'date' : 'text'}
        />
      ) : (
        <Options facet={facet} options={first} />
      )}
      {others.length > 0 ? (
        <details>
          <summary className="meta">{t('moreChoices')}</summary>
          <Options facet={facet} options={others} />
        </details>
      ) : null}
    </fieldset>
  )
}

/** `2026-11-22` of 20261122, as a date input wants it. */
function dayText(day: number | null): string {
  return day === null ? '' : String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
}

function Options({ facet, options }: Readonly<{ facet: FieldFacet; options: readonly FacetOption[] }>) {
  return options.map((option) => (
    <label key={option.value} className="option">
      <input
        type="checkbox"
        name={`f.${facet.key}`}
        value={option.value}
        defaultChecked={option.isSelected}
        disabled={option.total.count === 0 && !option.isSelected}
      />
      <span>{option.label}</span>
      <Count option={option} />
    </label>
  ))
}
