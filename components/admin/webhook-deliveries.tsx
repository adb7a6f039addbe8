import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { ShownDelivery } from '../../lib/webhooks/webhooks-queries.ts'
import { Time, timeText } from './figures.tsx'

type Props = Readonly<{ deliveries: readonly ShownDelivery[]; from: string; locale: Locale }>

/** The last messages with what was answered; those given up first. */
export function WebhookDeliveries({ deliveries, from, locale }: Props) {
  const t = translate(locale, 'webhooksPanel')
  if (deliveries.length === 0) return <p className="meta">{t('deliveriesNone')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('at')}</th>
            <th scope="col">{t('label')}</th>
            <th scope="col">{t('event')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col" className="num">
              {t('attempts')}
            </th>
            <th scope="col">{t('answer')}</th>
            <th scope="col">
              <span className="hidden-text">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <Row key={delivery.id} delivery={delivery} from={from} locale={locale} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const marks = { delivered: 'mark mark-ok', waiting: 'mark', dead: 'mark mark-bad' } as const
const types = { 'purchase.settled': 'settled', 'purchase.refunded': 'refunded', 'endpoint.test': 'test' } as const

function Row({ delivery, from, locale }: Readonly<{ delivery: ShownDelivery; from: string; locale: Locale }>) {
  const t = translate(locale, 'webhooksPanel')
  const { id, eventId, deliveredAt, nextAttemptAt, createdAt } = delivery
  const outcome = deliveredAt !== null ? 'delivered' : nextAttemptAt !== null ? 'waiting' : 'dead'
  return (
    <tr>
      <td className="when">
        <Time at={createdAt} locale={locale} />
      </td>
      <td>{delivery.label}</td>
      <td>
        {t(`types.${types[delivery.eventType]}`)}
        <span className="before code">{eventId}</span>
      </td>
      <td>
        <span className={marks[outcome]}>{t(`outcome.${outcome}`)}</span>
        {outcome === 'waiting' && delivery.attempts > 0 && nextAttemptAt !== null ? (
          <span className="before">{t('next', { time: timeText(nextAttemptAt, locale) })}</span>
        ) : null}
      </td>
      <td className="num">{delivery.attempts}</td>
      <td className="code">{delivery.lastAnswer ?? ''}</td>
      <td>
        {outcome === 'delivered' ? null : (
          <form method="post" action={`/api/v1/admin/webhooks/${id}/retry`}>
            <input type="hidden" name="from" value={from} />
            <button
              type="submit"
              className="button button-quiet button-small"
              aria-label={t('of', { action: t('retry'), label: eventId })}
            >
              {t('retry')}
            </button>
          </form>
        )}
      </td>
    </tr>
  )
}
