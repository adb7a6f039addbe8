import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Currency } from '../../lib/money/money.ts'
import { Amount, changeText, moneyText } from './figures.tsx'

/** What one measure was in a period and in the one before. */
export type Cell = Readonly<{ current: number; previous: number; href: string }>
export type MoneyLine = Readonly<{
  name: 'received' | 'commission' | 'payout' | 'sales' | 'unlocks'
  /** Absent for a plain count. */
  currency: Currency | undefined
  isPart: boolean
  cells: readonly Cell[]
}>

/** Money and unlocks in three periods, each figure beside the one before and leading to its rows. */
export function MoneyTable({ lines, locale }: Readonly<{ lines: readonly MoneyLine[]; locale: Locale }>) {
  const t = translate(locale, 'admin')
  if (lines.length === 0) return <p className="meta">{t('today.nothing')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('today.metric')}</th>
            {(['d1', 'd7', 'd30'] as const).map((days) => (
              <th key={days} scope="col" className="num">
                {t(`days.${days}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, currency, isPart, cells }) => (
            <tr key={`${name} ${currency}`} className={isPart ? 'part' : undefined}>
              <th scope="row">{t(`today.${name}`)}</th>
              {cells.map((cell) => (
                <td key={cell.href} className="num">
                  <Figure cell={cell} currency={currency} locale={locale} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Figure({ cell, currency, locale }: Readonly<{ cell: Cell; currency: Currency | undefined; locale: Locale }>) {
  const t = translate(locale, 'admin')
  const text = (value: number) =>
    currency ? moneyText(value, currency, locale) : new Intl.NumberFormat(locale).format(value)
  const change = changeText(cell.current, cell.previous, locale)
  return (
    <>
      <a className="figure" href={cell.href}>
        {currency ? <Amount minor={cell.current} currency={currency} locale={locale} /> : text(cell.current)}
      </a>
      <span className="before">
        {t('today.before', { value: text(cell.previous) })}
        {change ? ` (${change})` : ''}
      </span>
    </>
  )
}
