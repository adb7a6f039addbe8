import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'

/** Refuses changes that wait: the ad stays as it stands, and its advertiser reads why. */
export function KeepForm({
  caseId,
  sentAt,
  reason,
  from,
  writeIn,
  typed,
  locale,
}: Readonly<{
  caseId: string
  sentAt: number
  reason: string | undefined
  from: string
  /** The advertiser's language; undefined where there is nobody to write to. */
  writeIn: Locale | undefined
  /** A form that came back. */
  typed: string | undefined
  locale: Locale
}>) {
  const t = translate(locale, 'panelModeration')
  return (
    <section className="case-decide" aria-label={t('keep.button')}>
      <details className="case-stop" open={typed !== undefined}>
        <summary className="button button-quiet">{t('keep.button')}</summary>
        <form method="post" action={`/api/v1/admin/cases/${caseId}/keep`} className="stop-form">
          <input type="hidden" name="sentAt" value={sentAt} />
          <input type="hidden" name="reason" value={reason ?? ''} />
          <input type="hidden" name="from" value={from} />
          <div className="field">
            <label htmlFor="keep-explanation">{t('explanation')}</label>
            <p className="field-hint" id="keep-explanation-hint">
              {writeIn ? t('keep.hint', { language: t(`language.${writeIn}`) }) : t('explanationNobody')}
            </p>
            <textarea
              id="keep-explanation"
              name="explanation"
              className="input"
              rows={4}
              minLength={10}
              maxLength={2000}
              required
              lang={writeIn ?? locale}
              aria-describedby="keep-explanation-hint"
              defaultValue={typed ?? ''}
            />
          </div>
          <button type="submit" className="button">
            {t('keep.send')}
          </button>
        </form>
      </details>
    </section>
  )
}
