import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { NotedPayout } from '../../lib/statements/statements-queries.ts'
import { Amount, Time } from './figures.tsx'

type Props = Readonly<{ payouts: readonly NotedPayout[]; canMove: boolean; locale: Locale }>

/** The payouts noted last; one noted wrongly can be taken back. */
export function PayoutList({ payouts, canMove, locale }: Props) {
  const t = translate(locale, 'reconciliation')
  return (
    <section className="panel-section" aria-labelledby="noted-payouts">
      <header>
        <h2 id="noted-payouts">{t('noted')}</h2>
        <p className="meta">{t('notedText')}</p>
      </header>
      {payouts.length === 0 ? <p className="meta">{t('notedNone')}</p> : null}
      {payouts.map(({ id, label, month, amountMinor, currency, bankReference, receivedAt, takenBackBecause }) => (
        <div key={id} className="exchange">
          <p>
            {label} · {month} · <Amount minor={amountMinor} currency={currency} locale={locale} /> ·{' '}
            <Time at={receivedAt} locale={locale} /> · <span className="code">{bankReference}</span>{' '}
            {takenBackBecause === null ? null : (
              <span className="mark mark-over">{t('isTakenBack', { reason: takenBackBecause })}</span>
            )}
          </p>
          {canMove && takenBackBecause === null ? (
            <form method="post" action={`/api/v1/admin/payouts/${id}/take-back`} className="filters">
              <input type="hidden" name="from" value="/admin/reconciliation" />
              <label className="wide">
                {t('why')}
                <input name="reason" required minLength={3} maxLength={300} />
              </label>
              <button type="submit" className="button button-quiet button-small">
                {t('takeBack')}
              </button>
            </form>
          ) : null}
        </div>
      ))}
    </section>
  )
}
