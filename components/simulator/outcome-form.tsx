import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Outcome } from '../../lib/simulator/chosen-outcome.ts'
import type { CompanyCharge } from '../../lib/simulator/company-store.ts'
import { outcomeWords } from './trouble-words.ts'

type Props = Readonly<{ locale: Locale; charge: CompanyCharge; outcomes: readonly Outcome[] }>

/** How a test payment shall end, as a company's own test page asks. */
export function OutcomeForm({ locale, charge, outcomes }: Props) {
  const t = translate(locale, 'simulator')
  return (
    <form method="post" action={`/simulator/api/consent/${charge.id}`} className="phone-form">
      <fieldset className="field">
        <legend>{t('outcomeQuestion')}</legend>
        {outcomes.map((outcome, at) => (
          <label key={outcome} className="check">
            <input type="radio" name="outcome" value={outcome} defaultChecked={at === 0} />
            {t(outcomeWords[outcome])}
          </label>
        ))}
      </fieldset>
      <div className="phone-buttons">
        <button type="submit" className="button">
          {t('outcomeGoOn')}
        </button>
      </div>
    </form>
  )
}
