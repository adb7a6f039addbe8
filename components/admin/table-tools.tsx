import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { SavedView } from '../../lib/reports/saved-views-queries.ts'
import { Pagination } from '../ui/pagination.tsx'

export type ShownFilter = Readonly<
  | { kind: 'text'; name: string; label: string; value: string; hint?: string }
  | { kind: 'choice'; name: string; label: string; value: string; options: readonly (readonly [string, string])[] }
  | { kind: 'day'; name: string; label: string; value: string }
  /** Not typed here but carried along: it came from a link. */
  | { kind: 'kept'; name: string; label: string; value: string; shown: string }
>

export type TableToolsProps = Readonly<{
  table: string
  path: string
  filters: readonly ShownFilter[]
  /** The address without one filter. */
  hrefWithout: (name: string) => string
  densityHref: string
  isDense: boolean
  /** The part of the address after `?` that a saved view or an export keeps. */
  search: string
  sort: string | undefined
  views: readonly SavedView[]
  count: Readonly<{ count: number; isMore: boolean }>
  locale: Locale
}>

/** What stands above a table: saved views, filters, what is filtered by, how many rows, how they are taken away. */
export function TableTools(props: TableToolsProps) {
  return (
    <div className="table-tools">
      <Views {...props} />
      <FilterForm {...props} />
      <Chips {...props} />
      <Counts {...props} />
    </div>
  )
}

function Views({ views, path, search, locale }: TableToolsProps) {
  const t = translate(locale, 'panel')
  if (views.length === 0) return null
  return (
    <nav className="tabs" aria-label={t('table.views')}>
      <a href={path} aria-current={search === '' ? 'true' : undefined}>
        {t('table.allRows')}
      </a>
      {views.map((view) => (
        <a key={view.id} href={`${path}?${view.query}`} aria-current={view.query === search ? 'true' : undefined}>
          {view.label}
        </a>
      ))}
    </nav>
  )
}

function FilterForm({ path, filters, sort, isDense, locale }: TableToolsProps) {
  const t = translate(locale, 'panel')
  return (
    <form className="filters" method="get" action={path}>
      {filters.map((filter) => (
        <Filter key={filter.name} filter={filter} any={t('table.any')} />
      ))}
      {sort ? <input type="hidden" name="sort" value={sort} /> : null}
      {isDense ? <input type="hidden" name="dense" value="1" /> : null}
      <button type="submit" className="button button-small">
        {t('table.filter')}
      </button>
    </form>
  )
}

function Filter({ filter, any }: Readonly<{ filter: ShownFilter; any: string }>) {
  const { name, label, value } = filter
  if (filter.kind === 'kept') return <input type="hidden" name={name} value={value} />
  if (filter.kind === 'choice') {
    return (
      <label>
        {label}
        <select name={name} defaultValue={value}>
          <option value="">{any}</option>
          {filter.options.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      </label>
    )
  }
  if (filter.kind === 'day') {
    return (
      <label>
        {label}
        <input type="date" name={name} defaultValue={value} />
      </label>
    )
  }
  return (
    <label className="wide">
      {label}
      <input type="search" name={name} defaultValue={value} placeholder={filter.hint} maxLength={200} />
    </label>
  )
}

function Chips({ filters, hrefWithout, path, locale }: TableToolsProps) {
  const t = translate(locale, 'panel')
  const active = filters.filter(({ value }) => value !== '')
  if (active.length === 0) return null
  return (
    <ul className="chips" aria-label={t('table.filteredBy')}>
      {active.map((filter) => (
        <li key={filter.name}>
          <a className="chip" href={hrefWithout(filter.name)}>
            <span className="hidden-text">{t('table.without')} </span>
            {filter.label} : {shown(filter)}
          </a>
        </li>
      ))}
      <li>
        <a href={path}>{t('table.clear')}</a>
      </li>
    </ul>
  )
}

function shown(filter: ShownFilter): string {
  if (filter.kind === 'choice') return filter.options.find(([key]) => key === filter.value)?.[1] ?? filter.value
  return filter.kind === 'kept' ? filter.shown : filter.value
}

function Counts({ table, path, search, views, count, densityHref, isDense, locale }: TableToolsProps) {
  const t = translate(locale, 'panel')
  const from = search === '' ? path : `${path}?${search}`
  const view = views.find(({ query }) => query === search)
  return (
    <div className="table-counts">
      <p className="meta" role="status">
        {count.isMore ? t('table.countMore', { count: count.count }) : t('table.count', { count: count.count })}
      </p>
      <a className="button button-quiet button-small" href={densityHref}>
        {isDense ? t('table.airy') : t('table.dense')}
      </a>
      <form method="post" action="/api/v1/admin/exports">
        <input type="hidden" name="table" value={table} />
        <input type="hidden" name="query" value={search} />
        <input type="hidden" name="from" value={from} />
        <button type="submit" className="button button-quiet button-small" disabled={count.count === 0}>
          {t('table.export')}
        </button>
      </form>
      {view ? (
        <form method="post" action={`/api/v1/admin/views/${view.id}/delete`}>
          <input type="hidden" name="from" value={path} />
          <button type="submit" className="button button-quiet button-small">
            {t('table.forget', { label: view.label })}
          </button>
        </form>
      ) : null}
      {!view && search !== '' ? (
        <form method="post" action="/api/v1/admin/views" className="inline-fields">
          <input type="hidden" name="page" value={table} />
          <input type="hidden" name="query" value={search} />
          <input type="hidden" name="from" value={from} />
          <input
            className="input"
            name="label"
            required
            maxLength={40}
            aria-label={t('table.name')}
            placeholder={t('table.name')}
          />
          <button type="submit" className="button button-quiet button-small">
            {t('table.save')}
          </button>
        </form>
      ) : null}
    </div>
  )
}

/** The pages of a table. */
export function TablePages({
  page,
  count,
  hrefOf,
  locale,
}: Readonly<{
  page: number
  count: Readonly<{ count: number; isMore: boolean }>
  hrefOf: (page: number) => string
  locale: Locale
}>) {
  const t = translate(locale, 'admin')
  const pages = Math.ceil(count.count / 50)
  return (
    <Pagination
      page={page}
      pageCount={pages}
      hrefOf={hrefOf}
      nextHref={count.isMore && page >= pages ? hrefOf(page + 1) : undefined}
      labels={{
        nav: t('purchases.pages'),
        previous: t('purchases.previous'),
        next: t('purchases.next'),
        page: (number) => t('purchases.page', { page: String(number) }),
      }}
    />
  )
}
