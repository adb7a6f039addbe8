import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import type { DecisionRow } from '../../../lib/moderation/moderation-queries.ts'
import type { AppealRow, ReportedAd } from '../../../lib/moderation/notices-queries.ts'
import { FactList } from '../fact-list.tsx'
import { Time } from '../figures.tsx'

type Props = Readonly<{
  appeal: AppealRow
  decision: DecisionRow
  ad: ReportedAd
  canAnswer: boolean
  grounds: readonly (readonly [key: string, label: string])[]
  values: Readonly<Record<string, string>>
  locale: Locale
}>

/** One appeal: what is contested, by whom, in which words, and the answer. */
export function AppealCard({ appeal, decision, ad, canAnswer, grounds, values, locale }: Props) {
  const t = translate(locale, 'panelModeration')
  const words = translate(locale, 'moderation')
  return (
    <section className="panel-section" aria-label={t('appeals.ad', { ref: ad.ref })}>
      <FactList
        facts={[
          [
            t('appeals.ad', { ref: ad.ref }),
            <span key="ad">
              <a href={`/admin/ads/${ad.ref}`}>{ad.title}</a> · {t(`appeals.by.${appeal.by}`)} ·{' '}
              <Time at={appeal.createdAt} locale={locale} />
            </span>,
          ],
          [
            t('appeals.decision'),
            <span key="decision">
              {words(`decision.${decision.kind}`)} · {decision.staffName ?? t('automatic')} ·{' '}
              <Time at={decision.at} locale={locale} />
              {decision.explanation ? ` · ${decision.explanation}` : ''}
            </span>,
          ],
          [t('appeals.text'), appeal.text],
          [
            appeal.state === 'open' ? translate(locale, 'panel')('notices.due') : t(`appeals.state.${appeal.state}`),
            <Time key="due" at={appeal.decidedAt ?? appeal.dueAt} locale={locale} />,
          ],
          [t('appeals.answer'), appeal.answer],
        ]}
      />
      {appeal.state === 'open' && !canAnswer ? <p className="notice">{t('appeals.notYours')}</p> : null}
      {canAnswer ? <AnswerForm appeal={appeal} grounds={grounds} values={values} locale={locale} /> : null}
    </section>
  )
}

function AnswerForm({ appeal, grounds, values, locale }: Pick<Props, 'appeal' | 'grounds' | 'values' | 'locale'>) {
  const t = translate(locale, 'panelModeration')
  const isReporter = appeal.by === 'reporter'
  return (
    <form method="post" action={`/api/v1/admin/appeals/${appeal.id}/answer`} className="stop-form">
      <input type="hidden" name="from" value="/admin/appeals" />
      <input type="hidden" name="appeal" value={appeal.id} />
      <fieldset>
        <legend>{t('appeals.outcome')}</legend>
        {(['granted', 'denied'] as const).map((outcome) => (
          <label key={outcome} className="check">
            <input
              type="radio"
              name="outcome"
              value={outcome}
              required
              defaultChecked={values['outcome'] === outcome}
            />
            {t(
              outcome === 'denied' ? 'appeals.deny' : isReporter ? 'appeals.grantReporter' : 'appeals.grantAdvertiser',
            )}
          </label>
        ))}
      </fieldset>
      {isReporter ? (
        <label className="field">
          {t('appeals.ground')}
          <select name="ground" className="input" defaultValue={values['ground'] ?? ''}>
            <option value="">{translate(locale, 'admin')('noDash')}</option>
            {grounds.map(([key, label]) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="field">
        {t('appeals.answer')}
        <textarea
          name="answer"
          className="input"
          rows={4}
          required
          minLength={10}
          maxLength={2000}
          defaultValue={values['answer'] ?? ''}
        />
      </label>
      <button type="submit" className="button button-small">
        {t('appeals.send')}
      </button>
    </form>
  )
}
