import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { AskedRefund } from '../../lib/reports/claims-queries.ts'
import { Amount, Time } from './figures.tsx'

type Props = Readonly<{ refunds: readonly AskedRefund[]; canDecide: boolean; locale: Locale }>

/** Refunds a provider was asked for and has not made, with what staff can do when it no longer answers. */
export function AskedRefundTable({ refunds, canDecide, locale }: Props) {
  const t = translate(locale, 'panel')
  if (refunds.length === 0) return <p className="meta">{t('refunds.askedNone')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('refunds.purchase')}</th>
            <th scope="col" className="num">
              {t('refunds.amount')}
            </th>
            <th scope="col">{t('refunds.account')}</th>
            <th scope="col">{t('refunds.tries')}</th>
            <th scope="col">{t('refunds.decidedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {refunds.map((refund) => (
            <tr key={refund.id}>
              <th scope="row">
                <a className="code" href={`/admin/purchases/${encodeURIComponent(refund.purchaseId)}#refunds`}>
                  {refund.purchaseId.slice(0, 10)}
                </a>
              </th>
              <td className="num">
                <Amount minor={refund.amountMinor} currency={refund.currency} locale={locale} />
              </td>
              <td>
                {refund.account}
                <span className="before code">{refund.chargeReference}</span>
              </td>
              <td>
                {t('refunds.asksSince', { count: refund.tries })} <Time at={refund.createdAt} locale={locale} />
                {refund.nextTryAt === null ? null : (
                  <span className="before">
                    {t('refunds.nextAsk')} <Time at={refund.nextTryAt} locale={locale} />
                  </span>
                )}
              </td>
              <td>
                {refund.isStuck && canDecide ? (
                  <EndForm refund={refund} locale={locale} />
                ) : (
                  <span className="mark mark-open">
                    {t(refund.isStuck ? 'refunds.stuck' : 'refunds.state.waiting')}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function EndForm({ refund, locale }: Readonly<{ refund: AskedRefund; locale: Locale }>) {
  const t = translate(locale, 'panel')
  return (
    <form
      method="post"
      action={`/api/v1/admin/refunds/asked/${encodeURIComponent(refund.id)}/end`}
      className="grid gap-2"
    >
      <input type="hidden" name="from" value="/admin/refunds" />
      <label className="grid gap-1">
        {t('refunds.seen')}
        <input className="input" name="reason" required minLength={5} maxLength={500} />
      </label>
      <div className="row-actions">
        <button type="submit" name="outcome" value="done" className="button button-small">
          {t('refunds.wasMade')}
        </button>
        <button type="submit" name="outcome" value="refused" className="button button-quiet button-small">
          {t('refunds.toBalance')}
        </button>
      </div>
    </form>
  )
}
