import { readSql } from '../../db/statement.ts'
import { type TableQuery, type TableSource, tableConditions, tableOrder } from './table-query.ts'

export const rowsOfPage = 50
const countedAtMost = 10_000
/** The most an export holds; a spreadsheet takes hardly more. */
export const mostExported = 200_000
const exportedAtOnce = 2000

// As many as there are ways to narrow and order a table, which is few: each is compiled once.
const statements = new Map<string, ReturnType<typeof readSql<Record<string, unknown>>>>()

function statementOf(sql: string): ReturnType<typeof readSql<Record<string, unknown>>> {
  const known = statements.get(sql)
  if (known) return known
  if (statements.size > 500) statements.clear()
  const made = readSql<Record<string, unknown>>(sql)
  statements.set(sql, made)
  return made
}

export type TablePage<Row> = Readonly<{
  rows: readonly Row[]
  /** Exact up to ten thousand. */
  count: number
  isMore: boolean
}>

/** One page of a table, and how many rows there are in all. The source's select list makes a `Row`. */
export function listTable<Row>(source: TableSource, query: TableQuery): TablePage<Row> {
  const { where, values } = tableConditions(source, query)
  const counted = statementOf(
    `select count(*) as count from (select 1 ${source.from} ${where} limit ${countedAtMost + 1})`,
  )
  const count = Number(counted.get(values)?.['count'] ?? 0)
  const page = statementOf(
    `select ${source.columns} ${source.from} ${where} ${tableOrder(source, query)} limit @limit offset @offset`,
  )
  const rows = page.all({ ...values, limit: rowsOfPage, offset: (query.page - 1) * rowsOfPage }) as readonly Row[]
  return { rows, count: Math.min(count, countedAtMost), isMore: count > countedAtMost }
}

/** Every row of a table as it is filtered, some at a time. */
export function* eachRow<Row>(source: TableSource, query: Pick<TableQuery, 'filters' | 'sort'>): Generator<Row> {
  const { where, values } = tableConditions(source, query)
  const some = statementOf(
    `select ${source.columns} ${source.from} ${where} ${tableOrder(source, query)} limit @limit offset @offset`,
  )
  for (let offset = 0; offset < mostExported; offset += exportedAtOnce) {
    const rows = some.all({ ...values, limit: exportedAtOnce, offset }) as readonly Row[]
    yield* rows
    if (rows.length < exportedAtOnce) return
  }
}
