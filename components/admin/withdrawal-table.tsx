import type { WithdrawalLine } from '../../lib/claims/withdrawals-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Amount, Time } from './figures.tsx'

const shapes = {
  refunded: 'ok',
  right_waived: 'over',
  too_late: 'over',
  already_refunded: 'over',
  review: 'bad',
} as const

/** The register of withdrawals; each line opens to the statement and the answer, word for word. */
export function WithdrawalTable({ lines, locale }: Readonly<{ lines: readonly WithdrawalLine[]; locale: Locale }>) {
  const t = translate(locale, 'withdrawal')
  if (lines.length === 0) return <p className="my-4">{t('admin.none')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('admin.when')}</th>
            <th scope="col">{t('admin.name')}</th>
            <th scope="col">{t('admin.receipt')}</th>
            <th scope="col">{t('admin.outcome')}</th>
            <th scope="col" className="num">
              {t('admin.amount')}
            </th>
            <th scope="col" className="num">
              {t('admin.refunded')}
            </th>
            <th scope="col">{t('admin.statement')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <WithdrawalRow key={line.id} line={line} locale={locale} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function WithdrawalRow({ line, locale }: Readonly<{ line: WithdrawalLine; locale: Locale }>) {
  const t = translate(locale, 'withdrawal')
  const none = translate(locale, 'admin')('noDash')
  return (
    <tr>
      <td className="when">
        <Time at={line.confirmedAt} locale={locale} />
      </td>
      <th scope="row">
        {line.name}
        <br />
        <span className="meta">{line.email}</span>
      </th>
      <td>
        <a href={`/admin/purchases/${encodeURIComponent(line.purchaseId)}`}>{line.receiptNumber ?? none}</a>
      </td>
      <td>
        <span className={`mark mark-${shapes[line.outcome]}`}>
          {t(`admin.outcomes.${line.outcome}`)}
          {line.attempt === 'asking' || line.attempt === 'refused' ? (
            <span className="mark-note">{t(`admin.${line.attempt}`)}</span>
          ) : null}
        </span>
      </td>
      <td className="num">
        <Amount minor={line.paidMinor} currency={line.currency} locale={locale} />
      </td>
      <td className="num">
        {line.refundedMinor === 0 ? (
          none
        ) : (
          <Amount minor={line.refundedMinor} currency={line.currency} locale={locale} />
        )}
      </td>
      <td>
        <details>
          <summary>
            {t('admin.ref')} {line.ref.slice(0, 10)}
          </summary>
          <p lang={line.locale}>{line.statement}</p>
          <p className="meta" lang={line.locale}>
            {line.answer}
          </p>
        </details>
      </td>
    </tr>
  )
}
