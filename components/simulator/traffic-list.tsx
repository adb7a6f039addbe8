import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { CompanyCharge, CompanyEvent } from '../../lib/simulator/company-store.ts'
import type { TrafficLine } from '../../lib/simulator/traffic.ts'

const parties: Readonly<Record<string, 'partyGateway' | 'partyProgram'>> = {
  gateway: 'partyGateway',
  program: 'partyProgram',
}

/** Each request and answer between the outside world and the site, word for word. */
export function TrafficList({ locale, lines }: Readonly<{ locale: Locale; lines: readonly TrafficLine[] }>) {
  const t = translate(locale, 'simulator')
  if (lines.length === 0) return <p className="meta">{t('consoleEmpty')}</p>
  return (
    <ol className="traffic">
      {lines.map((line) => (
        <li key={line.id}>
          <details>
            <summary>
              <span className="code">
                {line.method} {pathOf(line.url)}
              </span>
              <span className="meta">
                {t(parties[line.party] ?? 'partyCompany')} ·{' '}
                <span className="num">{line.status === 0 ? t('consoleNoAnswer') : line.status}</span> ·{' '}
                <span className="num">{line.durationMs} ms</span>
              </span>
            </summary>
            <h3>{t('consoleSent')}</h3>
            <pre>{`${line.method} ${line.url}\n${line.request}`}</pre>
            <h3>{t('consoleAnswer')}</h3>
            <pre>{`${line.status}\n${line.response}`}</pre>
          </details>
        </li>
      ))}
    </ol>
  )
}

function pathOf(url: string): string {
  const path = url.replace(/^https?:\/\/[^/]+/, '')
  return path.length > 70 ? `${path.slice(0, 69)}…` : path
}

const eventStates = {
  waiting: 'eventWaiting',
  told: 'eventTold',
  lost: 'eventLost',
  given_up: 'eventGivenUp',
} as const

/** What the payment company announced, each with a button to announce it again. */
export function EventList({ locale, events }: Readonly<{ locale: Locale; events: readonly CompanyEvent[] }>) {
  const t = translate(locale, 'simulator')
  if (events.length === 0) return <p className="meta">{t('consoleEmpty')}</p>
  return (
    <ul className="phone-list">
      {events.map((event) => (
        <li key={event.id} className="event">
          <div>
            <span className="code">{event.id}</span>
            <p className="meta">{t(eventStates[event.state])}</p>
          </div>
          <form method="post" action={`/simulator/api/events/${event.id}`}>
            <input type="hidden" name="from" value="/simulator/provider" />
            <button type="submit" className="button button-quiet" aria-label={`${t('consoleResend')} ${event.id}`}>
              {t('consoleResend')}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

/** Charges whose payer has agreed and whose confirmation is late. */
export function HeldCharges({ locale, charges }: Readonly<{ locale: Locale; charges: readonly CompanyCharge[] }>) {
  const t = translate(locale, 'simulator')
  if (charges.length === 0) return null
  return (
    <section>
      <h2>{t('heldCharges')}</h2>
      <ul className="phone-list">
        {charges.map((charge) => (
          <li key={charge.id} className="event">
            <div>
              <span>{charge.description}</span>
              <p className="code">{charge.id}</p>
            </div>
            <form method="post" action={`/simulator/api/charges/${charge.id}`}>
              <input type="hidden" name="from" value="/simulator/provider" />
              <button type="submit" name="action" value="finish" className="button button-quiet">
                {t('finishNow')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
