import { listViews, type SavedView } from './saved-views-queries.ts'
import { listTable, type TablePage } from './table-queries.ts'
import {
  readTableQuery,
  type TableChanges,
  type TableQuery,
  type TableSource,
  tableAddress,
  tableSearch,
} from './table-query.ts'

/** A table as a page shows it: its query, its rows, the viewer's saved views and the addresses of other views. */
export type TableView<Row> = Readonly<{
  source: TableSource
  query: TableQuery
  page: TablePage<Row>
  views: readonly SavedView[]
  /** What a saved view or an export keeps: filters and order, without the page. */
  search: string
  path: string
  address: (changes: TableChanges) => string
}>

type Search = Readonly<Record<string, string | string[] | undefined>>

/** Where a table stands by the address; read nothing before the page has asked for staff. */
export function tablePath(source: TableSource, search: Search): string {
  return tableAddress(source, readTableQuery(source, search))
}

export function viewTable<Row>(source: TableSource, search: Search, memberId: string): TableView<Row> {
  const query = readTableQuery(source, search)
  return {
    source,
    query,
    page: listTable<Row>(source, query),
    views: listViews(memberId, source.name),
    search: tableSearch(source, query, { page: 1 }),
    path: tableAddress(source, query),
    address: (changes) => tableAddress(source, query, changes),
  }
}
