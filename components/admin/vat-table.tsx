import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { VatLine } from '../../lib/reports/books-export-queries.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { Amount, percentText } from './figures.tsx'

/** What was sold and the tax on it, by country and rate. */
export function VatTable({ lines, locale }: Readonly<{ lines: readonly VatLine[]; locale: Locale }>) {
  const t = translate(locale, 'booksPanel')
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  if (lines.length === 0) return <p className="meta">{t('vatNone')}</p>
  return (
    <ScrollBox>
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('country')}</th>
            {(['rate', 'net', 'tax', 'gross', 'sales'] as const).map((column) => (
              <th key={column} scope="col" className="num">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ country, vatBp, currency, netMinor, vatMinor, sales }) => (
            <tr key={`${country} ${vatBp} ${currency}`}>
              <th scope="row">{country === '' ? t('noVat') : names.of(country)}</th>
              <td className="num">{percentText(vatBp, locale)}</td>
              <td className="num">
                <Amount minor={netMinor} currency={currency} locale={locale} />
              </td>
              <td className="num">
                <Amount minor={vatMinor} currency={currency} locale={locale} />
              </td>
              <td className="num">
                <Amount minor={netMinor + vatMinor} currency={currency} locale={locale} />
              </td>
              <td className="num">{sales}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
