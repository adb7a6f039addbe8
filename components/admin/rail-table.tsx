import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Currency } from '../../lib/money/money.ts'
import type { Rail } from '../../lib/money/rails.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { Amount } from './figures.tsx'

export type RailLine = Readonly<{
  rail: Rail
  label: string
  currency: Currency
  payments: number
  grossMinor: number
  /** Absent where nobody outside takes part. */
  outside: Readonly<{ commissionMinor: number; payoutMinor: number; returnedMinor: number }> | undefined
  hrefs: Readonly<{ purchases: string; commission: string; payout: string }>
}>

/** What each way of paying brought in a period. Sums are over what came from outside, one line a currency. */
export function RailTable({ lines, locale }: Readonly<{ lines: readonly RailLine[]; locale: Locale }>) {
  const t = translate(locale, 'admin')
  if (lines.length === 0) return <p className="meta">{t('today.railsNone')}</p>
  return (
    <ScrollBox>
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('today.method')}</th>
            <th scope="col">{t('today.account')}</th>
            <th scope="col" className="num">
              {t('today.payments')}
            </th>
            <th scope="col" className="num">
              {t('today.gross')}
            </th>
            <th scope="col" className="num">
              {t('today.commissionShort')}
            </th>
            <th scope="col" className="num">
              {t('today.payoutShort')}
            </th>
            <th scope="col" className="num">
              {t('today.returned')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <RailRow key={`${line.label} ${line.currency}`} line={line} locale={locale} />
          ))}
        </tbody>
        <tfoot>
          {[...new Set(lines.filter(({ outside }) => outside).map(({ currency }) => currency))].map((currency) => (
            <TotalRow key={currency} lines={lines.filter((line) => line.currency === currency)} locale={locale} />
          ))}
        </tfoot>
      </table>
    </ScrollBox>
  )
}

function RailRow({ line, locale }: Readonly<{ line: RailLine; locale: Locale }>) {
  const t = translate(locale, 'admin')
  const { outside, hrefs, currency } = line
  const amount = (minor: number | undefined) =>
    minor === undefined ? t('noDash') : <Amount minor={minor} currency={currency} locale={locale} />
  return (
    <tr>
      <th scope="row">{t(`rail.${line.rail}`)}</th>
      <td>{outside ? line.label : t('today.inner')}</td>
      <td className="num">
        <a href={hrefs.purchases}>{line.payments}</a>
      </td>
      <td className="num">
        <a href={hrefs.purchases}>{amount(line.grossMinor)}</a>
      </td>
      <td className="num">
        {outside ? <a href={hrefs.commission}>{amount(outside.commissionMinor)}</a> : amount(undefined)}
      </td>
      <td className="num">{outside ? <a href={hrefs.payout}>{amount(outside.payoutMinor)}</a> : amount(undefined)}</td>
      <td className="num">{amount(outside?.returnedMinor)}</td>
    </tr>
  )
}

function TotalRow({ lines, locale }: Readonly<{ lines: readonly RailLine[]; locale: Locale }>) {
  const outer = lines.filter(({ outside }) => outside)
  const currency = outer[0]?.currency ?? 'EUR'
  const sum = (read: (line: RailLine) => number) => (
    <Amount minor={outer.reduce((total, line) => total + read(line), 0)} currency={currency} locale={locale} />
  )
  return (
    <tr>
      <th scope="row" colSpan={2}>
        {translate(locale, 'admin')('today.railsTotal')} {currency}
      </th>
      <td className="num">{outer.reduce((total, { payments }) => total + payments, 0)}</td>
      <td className="num">{sum(({ grossMinor }) => grossMinor)}</td>
      <td className="num">{sum(({ outside }) => outside?.commissionMinor ?? 0)}</td>
      <td className="num">{sum(({ outside }) => outside?.payoutMinor ?? 0)}</td>
      <td className="num">{sum(({ outside }) => outside?.returnedMinor ?? 0)}</td>
    </tr>
  )
}
