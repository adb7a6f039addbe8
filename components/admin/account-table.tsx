import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Currency } from '../../lib/money/money.ts'
import type { AccountPage } from '../../lib/reports/books-queries.ts'
import { Amount, Time } from './figures.tsx'

/** One account's entries, newest first, with the balance after each. */
export function AccountTable({
  entries,
  currency,
  locale,
}: Readonly<{ entries: AccountPage['entries']; currency: Currency; locale: Locale }>) {
  const t = translate(locale, 'admin')
  const amount = (minor: number) => <Amount minor={minor} currency={currency} locale={locale} />
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('books.when')}</th>
            <th scope="col">{t('books.transaction')}</th>
            <th scope="col">{t('books.cause')}</th>
            <th scope="col">{t('purchases.purchase')}</th>
            <th scope="col" className="num">
              {t('books.debit')}
            </th>
            <th scope="col" className="num">
              {t('books.credit')}
            </th>
            <th scope="col" className="num">
              {t('books.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="when">
                <Time at={entry.at} locale={locale} />
              </td>
              <td>n° {entry.transactionId}</td>
              <td>{t(`ledger.${entry.kind}`)}</td>
              <td>
                {entry.purchaseId === null ? (
                  t('noDash')
                ) : (
                  <a className="code" href={`/admin/purchases/${encodeURIComponent(entry.purchaseId)}`}>
                    {entry.purchaseId.slice(0, 10)}
                  </a>
                )}
              </td>
              <td className="num">{entry.amountMinor > 0 ? amount(entry.amountMinor) : null}</td>
              <td className="num">{entry.amountMinor < 0 ? amount(-entry.amountMinor) : null}</td>
              <td className="num">{amount(entry.balanceMinor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
