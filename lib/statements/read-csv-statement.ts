import { parse } from 'csv-parse/sync'
import type { Currency } from '../money/money.ts'
import { type Statement, type StatementLine, StatementUnreadable } from '../providers/provider-statement.ts'

/** Which column of a file means what; `kind` and `date` may be absent. */
export type ColumnMapping = Readonly<{
  reference: string
  gross: string
  commission: string
  net?: string
  date?: string
  kind?: string
}>

/**
 * Reads a provider's CSV by the operator's mapping of its columns: `;`, `,` or tab between them, decimal comma or point.
 *
 * @throws StatementUnreadable naming the column or the line that cannot be read.
 */
export function readCsvStatement(
  file: Uint8Array,
  { mapping, currency }: Readonly<{ mapping: ColumnMapping; currency: Currency }>,
): Statement {
  const { columns, rows } = readCsv(file)
  for (const name of Object.values(mapping)) {
    if (name && !columns.includes(name)) throw new StatementUnreadable(`there is no column “${name}”`)
  }
  return {
    lines: rows.map((row, at): StatementLine => {
      const amount = (column: string | undefined) => (column ? amountOf(row[column] ?? '') : 0)
      const reference = (row[mapping.reference] ?? '').trim()
      const grossMinor = amount(mapping.gross)
      const commission = amount(mapping.commission)
      if (reference === '') throw new StatementUnreadable(`line ${at + 2} has no reference`)
      if (grossMinor === undefined || commission === undefined) {
        throw new StatementUnreadable(`line ${at + 2} has an amount that cannot be read`)
      }
      const kind = kindOf(mapping.kind ? row[mapping.kind] : undefined, grossMinor)
      const commissionMinor = Math.abs(commission)
      const date = mapping.date
        ? Date.parse((row[mapping.date] ?? '').replace(/^(\d\d)\/(\d\d)\/(\d{4})/, '$3-$2-$1'))
        : Number.NaN
      const line = { kind, reference, occurredAt: Number.isNaN(date) ? undefined : date, currency }
      if (kind === 'fee') return { ...line, ...feeOf(commissionMinor || Math.abs(grossMinor)) }
      return {
        ...line,
        grossMinor,
        commissionMinor,
        netMinor: (mapping.net ? amountOf(row[mapping.net] ?? '') : undefined) ?? grossMinor - commissionMinor,
      }
    }),
  }
}

/** Files write what is kept beside any payment as commission or, being money that goes away, as a negative gross. */
function feeOf(commissionMinor: number) {
  return { grossMinor: 0, commissionMinor, netMinor: -commissionMinor }
}

/** The names of a CSV file's columns, for the operator to map. */
export function columnsOf(file: Uint8Array): readonly string[] {
  return readCsv(file).columns
}

type Csv = Readonly<{ columns: readonly string[]; rows: readonly Readonly<Record<string, string>>[] }>

function readCsv(file: Uint8Array): Csv {
  const text = new TextDecoder('utf-8').decode(file)
  try {
    const [head = [], ...rest]: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    })
    return {
      columns: head,
      rows: rest.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? '']))),
    }
  } catch {
    throw new StatementUnreadable('the file is not a table of comma- or semicolon-separated values')
  }
}

/** What stands between the names of the first line; amounts may hold commas, names hardly do. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split('\n', 1)
  const counts = [';', '\t', ','].map((mark) => [mark, head.split(mark).length] as const)
  return counts.toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? ';'
}

/** `1 234,56` and `1,234.56` and `-12.00`, in minor units; undefined when it is no amount. */
function amountOf(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f€£]/g, '')
  const decimal = /,\d{1,2}$/.test(bare) ? bare.replace(/\./g, '').replace(',', '.') : bare.replace(/,/g, '')
  return /^-?\d{1,9}(\.\d{1,2})?$/.test(decimal) ? Math.round(Number(decimal) * 100) : undefined
}

function kindOf(word: string | undefined, grossMinor: number): StatementLine['kind'] {
  const folded = (word ?? '').toLowerCase()
  if (/\bfee|frais/.test(folded)) return 'fee'
  if (/charge.?back|impay|dispute|claw/.test(folded)) return 'chargeback'
  if (/refund|rembours/.test(folded)) return 'refund'
  return grossMinor < 0 ? 'refund' : 'payment'
}
