import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Endpoint } from '../../lib/webhooks/webhooks-queries.ts'

type Props = Readonly<{ endpoints: readonly Endpoint[]; from: string; locale: Locale }>

const counts = ['delivered', 'waiting', 'dead'] as const

/** Where messages go, how they fare, and what can be done about it. */
export function WebhookEndpoints({ endpoints, from, locale }: Props) {
  const t = translate(locale, 'webhooksPanel')
  if (endpoints.length === 0) return <p className="meta">{t('none')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('label')}</th>
            <th scope="col">{t('state')}</th>
            {counts.map((name) => (
              <th key={name} scope="col" className="num">
                {t(name)}
              </th>
            ))}
            <th scope="col">{t('actions')}</th>
          </tr>
        </thead>
        <tbody>
          {endpoints.map((endpoint) => (
            <tr key={endpoint.id}>
              <th scope="row">
                {endpoint.label}
                <span className="before">{endpoint.url}</span>
              </th>
              <td>
                <span className={endpoint.state === 'active' ? 'mark mark-ok' : 'mark mark-over'}>
                  {t(endpoint.state)}
                </span>
              </td>
              {counts.map((name) => (
                <td key={name} className="num">
                  {endpoint[name]}
                </td>
              ))}
              <td>
                <Actions endpoint={endpoint} from={from} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Actions({ endpoint, from, locale }: Readonly<{ endpoint: Endpoint; from: string; locale: Locale }>) {
  const t = translate(locale, 'webhooksPanel')
  const { id, label, state } = endpoint
  const changes = [
    state === 'active' ? (['paused', t('pause')] as const) : (['active', t('resume')] as const),
    ['rotated', t('rotate')],
    ['deleted', t('remove')],
  ] as const
  const button = (text: string) => (
    <button type="submit" className="button button-quiet button-small" aria-label={t('of', { action: text, label })}>
      {text}
    </button>
  )
  return (
    <div className="row-actions">
      <form method="post" action={`/api/v1/admin/webhooks/${id}/test`}>
        <input type="hidden" name="from" value={from} />
        {button(t('test'))}
      </form>
      {changes.map(([change, text]) => (
        <form key={change} method="post" action={`/api/v1/admin/webhooks/${id}/change`}>
          <input type="hidden" name="change" value={change} />
          <input type="hidden" name="from" value={from} />
          {button(text)}
        </form>
      ))}
    </div>
  )
}
