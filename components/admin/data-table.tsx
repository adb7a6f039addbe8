import type { ReactNode } from 'react'

export type Column<Row> = Readonly<{
  name: string
  label: string
  /** Figures stand at the right. */
  isFigure?: boolean
  /** Words need room: never narrower than a line of them. */
  isWide?: boolean
  /** Names the row. */
  isHead?: boolean
  /** Where a press on the head leads, and how the column is sorted now. */
  sort?: Readonly<{ href: string; state: 'ascending' | 'descending' | undefined }> | undefined
  cell: (row: Row) => ReactNode
}>

type Props<Row> = Readonly<{
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  isDense?: boolean
  /** A box before each row, sent with the form of that id as `<prefix><key>`. */
  ticks?: Readonly<{ form: string; prefix: string; labelOf: (row: Row) => string; label: string }> | undefined
  caption: string
  none: ReactNode
}>

/** A table with a head that stays, columns that sort by address, and something to say when it is empty. */
export function DataTable<Row>({ columns, rows, keyOf, isDense, ticks, caption, none }: Props<Row>) {
  if (rows.length === 0) return <div className="notice my-4">{none}</div>
  return (
    <div className="scroll-x">
      <table className={isDense ? 'sheet sheet-dense' : 'sheet'}>
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            {ticks ? (
              <th scope="col">
                <span className="hidden-text">{ticks.label}</span>
              </th>
            ) : null}
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={column.isFigure ? 'num' : undefined}
                aria-sort={column.sort?.state}
              >
                {column.sort ? (
                  <a href={column.sort.href} className="sort">
                    {column.label}
                    <span aria-hidden="true">{arrow(column.sort.state)}</span>
                  </a>
                ) : (
                  column.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {ticks ? (
                <td>
                  <input
                    type="checkbox"
                    form={ticks.form}
                    name={ticks.prefix + keyOf(row)}
                    value="1"
                    aria-label={ticks.labelOf(row)}
                  />
                </td>
              ) : null}
              {columns.map((column) => (
                <Cell key={column.name} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function arrow(state: 'ascending' | 'descending' | undefined): string {
  if (state === undefined) return ' ↕'
  return state === 'ascending' ? ' ↑' : ' ↓'
}

function Cell<Row>({ column, row }: Readonly<{ column: Column<Row>; row: Row }>) {
  const className = column.isFigure ? 'num' : column.isWide ? 'wide-cell' : undefined
  return column.isHead ? (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={className}>{column.cell(row)}</td>
  )
}
