import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Currency } from '../../lib/money/money.ts'
import type { AccountBalance } from '../../lib/reports/books-queries.ts'
import { Amount, moneyText } from './figures.tsx'

const kinds = ['provider', 'commission', 'revenue', 'vat', 'wallet', 'vouchers', 'stock', 'suspense', 'loss'] as const

/** Accounts of one currency with their balances on the side they are on; `isWhole` adds and compares the sums. */
export function BalanceTable({
  rows,
  currency,
  isWhole,
  locale,
}: Readonly<{ rows: readonly AccountBalance[]; currency: Currency; isWhole: boolean; locale: Locale }>) {
  const t = translate(locale, 'admin')
  return (
    <div className="scroll-x">
      <table className="sheet">
        <caption className="hidden-text">{currency}</caption>
        <thead>
          <tr>
            <th scope="col">{t('books.account')}</th>
            <th scope="col">{t('books.meaning')}</th>
            <th scope="col" className="num">
              {t('books.entries')}
            </th>
            <th scope="col" className="num">
              {t('books.debit')}
            </th>
            <th scope="col" className="num">
              {t('books.credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BalanceRow key={row.account} row={row} locale={locale} />
          ))}
        </tbody>
        {isWhole ? <SumRow rows={rows} currency={currency} locale={locale} /> : null}
      </table>
    </div>
  )
}

function BalanceRow({ row, locale }: Readonly<{ row: AccountBalance; locale: Locale }>) {
  const { account, currency, balanceMinor } = row
  const isGroup = account.endsWith('*')
  const kind = kinds.find((name) => account.startsWith(`${name}:`)) ?? 'other'
  const href = isGroup
    ? `/admin/books?kind=${kind}`
    : `/admin/books/${encodeURIComponent(account)}?currency=${currency}`
  return (
    <tr>
      <th scope="row">
        <a className="code" href={href}>
          {account}
        </a>
      </th>
      <td>{translate(locale, 'admin')(`books.kind.${kind}`)}</td>
      <td className="num">{row.entries}</td>
      <td className="num">
        {balanceMinor > 0 ? <Amount minor={balanceMinor} currency={currency} locale={locale} /> : null}
      </td>
      <td className="num">
        {balanceMinor < 0 ? <Amount minor={-balanceMinor} currency={currency} locale={locale} /> : null}
      </td>
    </tr>
  )
}

function SumRow({
  rows,
  currency,
  locale,
}: Readonly<{ rows: readonly AccountBalance[]; currency: Currency; locale: Locale }>) {
  const t = translate(locale, 'admin')
  const debit = rows.reduce((sum, { balanceMinor }) => sum + Math.max(0, balanceMinor), 0)
  const credit = rows.reduce((sum, { balanceMinor }) => sum + Math.max(0, -balanceMinor), 0)
  const isEqual = debit === credit
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={3}>
          {t('total')} {currency}{' '}
          <span className={isEqual ? 'mark mark-ok' : 'mark mark-bad'}>
            {isEqual
              ? t('books.balanced')
              : t('books.unbalanced', { amount: moneyText(debit - credit, currency, locale) })}
          </span>
        </th>
        <td className="num">
          <Amount minor={debit} currency={currency} locale={locale} />
        </td>
        <td className="num">
          <Amount minor={credit} currency={currency} locale={locale} />
        </td>
      </tr>
    </tfoot>
  )
}
