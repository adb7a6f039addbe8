import type { Locale } from '../../lib/i18n/locales.ts'
import type { TableView } from '../../lib/reports/table-view.ts'
import type { ShownFilter, TableToolsProps } from './table-tools.tsx'

/** What the tools above a table need, from its view. */
export function toolsOf(
  { source, query, page, views, address, search }: TableView<unknown>,
  { filters, locale }: Readonly<{ filters: readonly ShownFilter[]; locale: Locale }>,
): TableToolsProps {
  return {
    table: source.name,
    path: source.path,
    filters,
    hrefWithout: (name) => address({ filters: { [name]: undefined } }),
    densityHref: address({ isDense: !query.isDense }),
    isDense: query.isDense,
    search,
    sort: query.sort === source.sort ? undefined : query.sort,
    views,
    count: page,
    locale,
  }
}

/** Where the head of a column leads: its order, and the other way round when it is that already. */
export function sortOf(name: string, { query, address }: TableView<unknown>) {
  const isThis = query.sort.replace(/^-/, '') === name
  const isDescending = query.sort.startsWith('-')
  return {
    href: address({ sort: isThis && isDescending ? name : `-${name}` }),
    state: isThis ? (isDescending ? ('descending' as const) : ('ascending' as const)) : undefined,
  }
}

/** A filter that came from a link: shown as a chip, not typed. */
export function keptFilter(name: string, label: string, value: string, shown = value): ShownFilter {
  return { kind: 'kept', name, label, value, shown }
}
