import type { Claimability } from '../../lib/claims/claim-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import type { FormProblem } from '../checkout/form-words.ts'
import { ProblemSummary } from '../ui/problem-summary.tsx'
import { ClaimDestination } from './claim-destination.tsx'

export const shownReasons = ['dead_number', 'sold', 'wrong_person', 'no_answer', 'other'] as const

type Props = Readonly<{
  purchaseId: string
  claimability: Claimability
  /** Where a refused form comes back to. */
  from: string
  problems: readonly FormProblem[]
  locale: Locale
}>

/** Says that a contact is no good: one press of the button that names what is wrong. */
export function ClaimSection({ purchaseId, claimability, from, problems, locale }: Props) {
  const t = translate(locale, 'claims')
  if (claimability.kind === 'none') return null
  return (
    <section className="claim no-print" aria-labelledby="claim-title" id="claim">
      <h2 id="claim-title">{t('form.title')}</h2>
      {claimability.kind === 'claimed' ? (
        <p>
          <strong>{t(`status.${claimability.claim.state}`)}</strong> ·{' '}
          {t('status.filed', { date: formatDate(claimability.claim.createdAt, locale) })}{' '}
          <a href={pathTo(locale, 'complaint', purchaseId)}>{t('form.status')}</a>
        </p>
      ) : null}
      {claimability.kind === 'over' ? (
        <p className="meta">{t('form.over', { date: formatDate(claimability.until, locale) })}</p>
      ) : null}
      {claimability.kind === 'possible' ? (
        <form method="post" action="/api/v1/claims" className="stack">
          <ProblemSummary
            id="claim"
            title={translate(locale, 'common')('thereIsAProblem')}
            problems={problems.map((problem) => ({ ...problem, field: '' }))}
          />
          <p className="meta">{t('form.intro', { date: formatDate(claimability.until, locale) })}</p>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="from" value={from} />
          <input type="hidden" name="form" value="claim" />
          <input type="hidden" name="purchase" value={purchaseId} />
          {claimability.canProviderRefund ? <ClaimDestination locale={locale} /> : null}
          <div className="field">
            <label htmlFor="detail-claim">{t('form.detail')}</label>
            <p className="field-hint" id="detail-claim-hint">
              {t('form.detailHint')}
            </p>
            <input
              className="input"
              id="detail-claim"
              name="detail"
              maxLength={500}
              autoComplete="off"
              aria-describedby="detail-claim-hint"
            />
          </div>
          <div className="claim-reasons">
            {shownReasons.map((reason) => (
              <button key={reason} type="submit" name="reason" value={reason} className="button button-quiet">
                {t(`reason.${reason}`)}
              </button>
            ))}
          </div>
        </form>
      ) : null}
    </section>
  )
}
