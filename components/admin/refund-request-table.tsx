import type { RefundRequest } from '../../lib/claims/refund-requests-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Amount, Time } from './figures.tsx'

type Props = Readonly<{
  requests: readonly RefundRequest[]
  viewer: string
  canDecide: boolean
  locale: Locale
  none: string
}>

/** Refunds somebody asked for, with the buttons of whoever may decide. */
export function RefundRequestTable({ requests, viewer, canDecide, locale, none }: Props) {
  const t = translate(locale, 'panel')
  if (requests.length === 0) return <p className="meta">{none}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('refunds.purchase')}</th>
            <th scope="col" className="num">
              {t('refunds.amount')}
            </th>
            <th scope="col">{t('refunds.destination')}</th>
            <th scope="col">{t('refunds.reason')}</th>
            <th scope="col">{t('refunds.asked')}</th>
            <th scope="col">{t('refunds.decidedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.id}>
              <th scope="row">
                <a className="code" href={`/admin/purchases/${encodeURIComponent(request.purchaseId)}#refunds`}>
                  {request.purchaseId.slice(0, 10)}
                </a>
              </th>
              <td className="num">
                <Amount minor={request.amountMinor} currency={request.currency} locale={locale} />
              </td>
              <td>{t(`refunds.to.${request.destination}`)}</td>
              <td>{request.reason}</td>
              <td>
                {request.requestedByName ?? request.requestedBy}
                <span className="before">
                  <Time at={request.createdAt} locale={locale} />
                </span>
              </td>
              <td>
                <Answer request={request} viewer={viewer} canDecide={canDecide} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Answer({
  request,
  viewer,
  canDecide,
  locale,
}: Omit<Props, 'requests' | 'none'> & Readonly<{ request: RefundRequest }>) {
  const t = translate(locale, 'panel')
  if (request.state !== 'waiting') {
    return (
      <>
        <span className={request.state === 'approved' ? 'mark mark-ok' : 'mark mark-over'}>
          {t(`refunds.state.${request.state}`)}
        </span>
        <span className="before">
          {request.decidedByName ?? request.decidedBy} <Time at={request.decidedAt ?? 0} locale={locale} />
        </span>
      </>
    )
  }
  if (!canDecide) return <span className="mark mark-open">{t('refunds.state.waiting')}</span>
  const isOwn = request.requestedBy === viewer
  const answers = isOwn ? (['rejected'] as const) : (['approved', 'rejected'] as const)
  return (
    <div className="row-actions">
      {answers.map((outcome) => (
        <form key={outcome} method="post" action={`/api/v1/admin/refunds/${request.id}/answer`}>
          <input type="hidden" name="outcome" value={outcome} />
          <input type="hidden" name="from" value="/admin/refunds" />
          <button
            type="submit"
            className={outcome === 'approved' ? 'button button-small' : 'button button-quiet button-small'}
          >
            {t(outcome === 'approved' ? 'refunds.approve' : isOwn ? 'refunds.takeBack' : 'refunds.reject')}
          </button>
        </form>
      ))}
      {isOwn ? <span className="legal">{t('refunds.own')}</span> : null}
    </div>
  )
}
