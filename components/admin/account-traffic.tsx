import type { ReactNode } from 'react'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { KeptCall } from '../../lib/providers/calls-queries.ts'
import type { ShownMessage } from '../../lib/reports/provider-page-queries.ts'
import { Time } from './figures.tsx'

type Props = Readonly<{
  accountId: string
  messages: readonly ShownMessage[]
  calls: readonly KeptCall[]
  canChange: boolean
  locale: Locale
}>

/** What an account's provider sent and was asked, as it was kept. */
export function AccountTraffic({ accountId, messages, calls, canChange, locale }: Props) {
  const t = translate(locale, 'providersPanel')
  return (
    <>
      <section className="panel-section" aria-labelledby="messages">
        <header>
          <h2 id="messages">{t('messages')}</h2>
          <p className="meta">{t('masked')}</p>
        </header>
        {messages.length === 0 ? <p className="meta">{t('messagesNone')}</p> : null}
        {messages.map(({ id, method, text, outcome, receivedAt }) => (
          <Exchange key={id} id={`m-${id}`} title={`${method} · ${outcome}`} at={receivedAt} locale={locale}>
            <pre className="raw">{text}</pre>
            {canChange ? (
              <form method="post" action={`/api/v1/admin/providers/replay/${encodeURIComponent(id)}`}>
                <input type="hidden" name="account" value={accountId} />
                <input type="hidden" name="from" value={`/admin/providers/${accountId}`} />
                <button type="submit" className="button button-quiet button-small">
                  {t('replay')}
                </button>
              </form>
            ) : null}
          </Exchange>
        ))}
      </section>
      <section className="panel-section" aria-labelledby="calls">
        <header>
          <h2 id="calls">{t('calls')}</h2>
        </header>
        {calls.length === 0 ? <p className="meta">{t('callsNone')}</p> : null}
        {calls.map(({ id, request, status, answer, failure, tookMs, at }) => (
          <Exchange
            key={id}
            id={`c-${id}`}
            title={`${request.split('\n')[0] ?? ''} · ${status ?? t('noAnswer', { failure: failure ?? '' })} · ${tookMs} ms`}
            at={at}
            locale={locale}
          >
            <pre className="raw">{request}</pre>
            {answer === null ? null : <pre className="raw">{answer}</pre>}
          </Exchange>
        ))}
      </section>
    </>
  )
}

type ExchangeProps = Readonly<{ id: string; title: string; at: number; locale: Locale; children: ReactNode }>

function Exchange({ id, title, at, locale, children }: ExchangeProps) {
  return (
    <details id={id} className="exchange">
      <summary>
        <Time at={at} locale={locale} /> <span className="code">{title}</span>
      </summary>
      {children}
    </details>
  )
}
