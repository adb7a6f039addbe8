import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Redemption } from '../../lib/vouchers/vouchers-queries.ts'
import { Amount, Time } from './figures.tsx'

/** Uses of vouchers, newest first; each leads to what it paid for. */
export function RedemptionTable({ rows, locale }: Readonly<{ rows: readonly Redemption[]; locale: Locale }>) {
  const t = translate(locale, 'vouchersPanel')
  if (rows.length === 0) return <p className="meta">{t('redemptionsNone')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('at')}</th>
            <th scope="col">{t('batch')}</th>
            <th scope="col">{t('code')}</th>
            <th scope="col" className="num">
              {t('amount')}
            </th>
            <th scope="col">{t('purchase')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.batchId} ${row.mark} ${row.at}`}>
              <td className="when">
                <Time at={row.at} locale={locale} />
              </td>
              <td>
                <a href={`/admin/vouchers/${row.batchId}`}>{row.label}</a>
              </td>
              <td className="code" title={t('codeHint')}>
                {row.mark}
              </td>
              <td className="num">
                <Amount minor={row.amountMinor} currency={row.currency} locale={locale} />
              </td>
              <td>
                {row.purchaseId === null ? (
                  t('toWallet')
                ) : (
                  <a className="code" href={`/admin/purchases/${row.purchaseId}`}>
                    {row.purchaseId.slice(0, 10)}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
