import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { NoticeReason } from '../../lib/moderation/moderation.ts'
import { Field } from '../ui/field.tsx'
import { Labelled } from '../ui/labelled.tsx'
import { ProblemSummary } from '../ui/problem-summary.tsx'
import type { Problem } from './form-problems.ts'

type Props = Readonly<{
  adRef: string
  /** What may be said to be wrong, in the order of the form. */
  reasons: readonly NoticeReason[]
  once: string
  from: string
  values: Readonly<Record<string, string>>
  problems: readonly Problem[]
  locale: Locale
}>

/** The form by which anybody says what is wrong with an ad. */
export function ReportForm({ adRef, reasons, once, from, values, problems, locale }: Props) {
  const t = translate(locale, 'notices')
  const of = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <form method="post" action={`/api/v1/ads/${adRef}/notices`} className="stack" noValidate id="form">
      <ProblemSummary title={translate(locale, 'common')('thereIsAProblem')} problems={problems} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="from" value={from} />
      <fieldset className="field" id="reason" aria-describedby={of('reason') ? 'reason-error' : undefined}>
        <legend>{t('reasonLabel')}</legend>
        {of('reason') ? (
          <p className="field-error" id="reason-error">
            {of('reason')}
          </p>
        ) : null}
        {reasons.map((reason) => (
          <label key={reason} className="check">
            <input type="radio" name="reason" value={reason} defaultChecked={values['reason'] === reason} required />
            {t(`reason.${reason}`)}
          </label>
        ))}
      </fieldset>
      <TextBox
        name="explanation"
        label={t('explanationLabel')}
        hint={t('explanationHint')}
        error={of('explanation')}
        value={values['explanation'] ?? ''}
      />
      <Field
        name="name"
        label={t('nameLabel')}
        error={of('name')}
        autoComplete="name"
        maxLength={120}
        defaultValue={values['name'] ?? ''}
      />
      <Field
        name="email"
        type="email"
        label={t('emailLabel')}
        hint={t('emailHint')}
        error={of('email')}
        autoComplete="email"
        maxLength={254}
        defaultValue={values['email'] ?? ''}
      />
      <div className="field">
        {of('isInGoodFaith') ? <p className="field-error">{of('isInGoodFaith')}</p> : null}
        <label className="check" htmlFor="isInGoodFaith">
          <input
            type="checkbox"
            id="isInGoodFaith"
            name="isInGoodFaith"
            value="1"
            required
            defaultChecked={values['isInGoodFaith'] === '1'}
            aria-invalid={of('isInGoodFaith') ? true : undefined}
          />
          {t('goodFaith')}
        </label>
      </div>
      <button type="submit" className="button">
        {t('send')}
      </button>
    </form>
  )
}

/** A labelled box for several lines. The id is the name. */
export function TextBox({
  name,
  label,
  hint,
  error,
  value,
}: Readonly<{ name: string; label: string; hint: string; error: string | undefined; value: string }>) {
  return (
    <Labelled id={name} label={label} hint={hint} error={error}>
      {(described) => (
        <textarea
          {...described}
          id={name}
          name={name}
          className="input"
          rows={6}
          required
          minLength={20}
          maxLength={2000}
          defaultValue={value}
        />
      )}
    </Labelled>
  )
}
