import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { ProgramEnd, ProgramRun } from '../../lib/simulator/buy-as-program.ts'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'

const endWords = {
  accepted: 'programPays',
  no_credit: 'programEmpty',
  duplicate: 'programTwice',
  lost: 'programLost',
} as const satisfies Record<ProgramEnd, string>

type FormProps = Readonly<{ locale: Locale; ends: readonly ProgramEnd[]; adRef: string; end: ProgramEnd }>

/** Which ad's contact the program buys, and what happens on the way. */
export function ProgramForm({ locale, ends, adRef, end }: FormProps) {
  const t = translate(locale, 'simulator')
  return (
    <form method="post" action="/simulator/api/program" className="phone-form">
      <Field name="ref" label={t('programRef')} hint={t('programRefHint')} defaultValue={adRef} maxLength={12} />
      <fieldset className="field">
        <legend>{t('programEnd')}</legend>
        {ends.map((known) => (
          <label key={known} className="check">
            <input type="radio" name="end" value={known} defaultChecked={known === end} />
            {t(endWords[known])}
          </label>
        ))}
      </fieldset>
      <div className="phone-buttons">
        <button type="submit" className="button">
          {t('programBuy')}
        </button>
      </div>
    </form>
  )
}

/** What the program and the site said to each other. */
export function ProgramSteps({ locale, run }: Readonly<{ locale: Locale; run: ProgramRun }>) {
  const t = translate(locale, 'simulator')
  const titles = { asked: t('programAsked'), paid: t('programPaid'), repeated: t('programRepeated') }
  return (
    <section>
      <h2>{t('programResult', { ref: run.ref })}</h2>
      <Notice tone={run.hasContact ? 'ok' : 'bad'} role="status">
        <p>{t(run.hasContact ? 'programHasContact' : 'programHasNone')}</p>
      </Notice>
      <ol className="traffic">
        {run.steps.map((step) => (
          <li key={step.kind}>
            <details open={step.kind === 'paid'}>
              <summary>
                <strong>{titles[step.kind]}</strong>
                <span className="num">HTTP {step.status}</span>
              </summary>
              <h3>{t('consoleSent')}</h3>
              <pre>{step.sent}</pre>
              <h3>{t('consoleAnswer')}</h3>
              <pre>{step.got === '' ? t('consoleNoAnswer') : step.got}</pre>
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}
