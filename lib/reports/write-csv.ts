import { stringify } from 'csv-stringify/sync'
import type { Locale } from '../i18n/locales.ts'
import type { CsvValue } from './table-exports.ts'

/**
 * Lines of a spreadsheet: with semicolons and decimal commas for French, with commas and points for English. A text that
 * a spreadsheet would run as a formula is made one it shows.
 *
 * @param isFirst Begins the file: with the mark by which spreadsheets know that it is UTF-8.
 */
export function writeCsv(
  records: readonly (readonly CsvValue[])[],
  { locale, isFirst }: Readonly<{ locale: Locale; isFirst: boolean }>,
): string {
  return stringify(records as CsvValue[][], {
    bom: isFirst,
    delimiter: locale === 'fr' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { number: (value) => (locale === 'fr' ? String(value).replace('.', ',') : String(value)) },
  })
}
