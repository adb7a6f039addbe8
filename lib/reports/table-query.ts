import { day } from '../time/time.ts'
import { readDay, startOfDay } from './periods.ts'

type Values = Readonly<Record<string, string | number | null>>

/** One filter of a table; `where` is a condition that names `@<filter>` and whatever `bind` adds. */
export type TableFilter = Readonly<
  | { kind: 'text'; where: string; bind?: (typed: string) => Values }
  | { kind: 'choice'; where: string; options: readonly string[] }
  | { kind: 'id'; where: string }
  | { kind: 'from' | 'to'; where: string }
>

/** A table of the panel: where its rows come from, how it can be narrowed and ordered. All SQL here is our own. */
export type TableSource = Readonly<{
  /** `ads`; names saved views and exports. */
  name: string
  path: string
  /** The select list, from which a row is made. */
  columns: string
  from: string
  /** Condition that always holds. */
  where?: string
  /** A unique column: breaks ties, so that no row is on two pages. */
  key: string
  filters: Readonly<Record<string, TableFilter>>
  sorts: Readonly<Record<string, string>>
  /** `-when` for the newest first. */
  sort: string
}>

export type TableQuery = Readonly<{
  /** By name, as typed; only known filters with a value that means something. */
  filters: Readonly<Record<string, string>>
  sort: string
  page: number
  isDense: boolean
}>

type Search = Readonly<Record<string, string | string[] | undefined>>

/** Reads an address; what is unknown or makes no sense is left out. */
export function readTableQuery(source: TableSource, search: Search): TableQuery {
  const text = (key: string) => [search[key]].flat()[0]?.slice(0, 200).trim() ?? ''
  const filters = Object.entries(source.filters).flatMap(([name, filter]) => {
    const value = text(name)
    return value !== '' && means(filter, value) ? [[name, value] as const] : []
  })
  const sort = text('sort')
  const isKnown = Object.hasOwn(source.sorts, sort.replace(/^-/, ''))
  return {
    filters: Object.fromEntries(filters),
    sort: isKnown ? sort : source.sort,
    page: Math.min(Math.max(Number.parseInt(text('p'), 10) || 1, 1), 2000),
    isDense: text('dense') === '1',
  }
}

function means(filter: TableFilter, value: string): boolean {
  if (filter.kind === 'choice') return filter.options.includes(value)
  return filter.kind === 'from' || filter.kind === 'to' ? readDay(value) !== undefined : true
}

export type TableChanges = Readonly<{
  filters?: Readonly<Record<string, string | undefined>>
  sort?: string
  page?: number
  isDense?: boolean
}>

/** The address of the table with some things changed; another filter or order begins at the first page. */
export function tableAddress(source: TableSource, query: TableQuery, changes: TableChanges = {}): string {
  const written = tableSearch(source, query, changes)
  return written === '' ? source.path : `${source.path}?${written}`
}

/** The same without the path; in one order whatever was typed, so that equal views have equal addresses. */
export function tableSearch(source: TableSource, query: TableQuery, changes: TableChanges = {}): string {
  const { sort = query.sort, isDense = query.isDense } = changes
  const search = new URLSearchParams()
  for (const name of Object.keys(source.filters)) {
    const value = changes.filters && name in changes.filters ? changes.filters[name] : query.filters[name]
    if (value) search.set(name, value)
  }
  if (sort !== source.sort) search.set('sort', sort)
  if (isDense) search.set('dense', '1')
  const page = changes.page ?? (changes.filters || changes.sort ? 1 : query.page)
  if (page > 1) search.set('p', String(page))
  return search.toString()
}

/** The conditions of a query and the values they name. */
export function tableConditions(
  source: TableSource,
  query: Pick<TableQuery, 'filters'>,
): Readonly<{ where: string; values: Values }> {
  const conditions = source.where ? [source.where] : []
  const values: Record<string, string | number | null> = {}
  for (const [name, value] of Object.entries(query.filters)) {
    const filter = source.filters[name]
    if (!filter) continue
    conditions.push(`(${filter.where})`)
    Object.assign(values, bound(name, filter, value))
  }
  return { where: conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`, values }
}

function bound(name: string, filter: TableFilter, value: string): Values {
  if (filter.kind === 'text') return { [name]: value.toLowerCase(), ...filter.bind?.(value) }
  if (filter.kind === 'from') return { [name]: startOfDay(value) }
  // The day named is included.
  if (filter.kind === 'to') return { [name]: startOfDay(new Date(Date.parse(value) + day).toISOString().slice(0, 10)) }
  return { [name]: value }
}

/** `order by` of a query, whose sort is one of the source's own. */
export function tableOrder(source: TableSource, query: Pick<TableQuery, 'sort'>): string {
  const isDescending = query.sort.startsWith('-')
  const expression = source.sorts[query.sort.replace(/^-/, '')] ?? source.key
  const direction = isDescending ? 'desc' : 'asc'
  return `order by ${expression} ${direction}, ${source.key} ${direction}`
}
