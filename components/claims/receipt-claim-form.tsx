import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { EnhancedForm } from '../checkout/enhanced-form.tsx'
import { FormField } from '../checkout/form-field.tsx'
import type { FormProblem, FormWords } from '../checkout/form-words.ts'
import { shownReasons } from './claim-section.tsx'
import { ReceiptFields } from './receipt-fields.tsx'

type Props = Readonly<{
  from: string
  values: Readonly<Record<string, string>>
  problems: readonly FormProblem[]
  words: FormWords
  locale: Locale
}>

/** Says that a contact is no good, by the receipt, for those without the device it was bought on. */
export function ReceiptClaimForm({ from, values, problems, words, locale }: Props) {
  const t = translate(locale, 'claims')
  const chosen = values['reason'] ?? 'dead_number'
  return (
    <EnhancedForm id="receipt" action="/api/v1/claims" words={words} problems={problems} className="stack">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="form" value="receipt" />
      <ReceiptFields form="receipt" isRequired values={values} problems={problems} locale={locale} />
      <fieldset className="choice">
        <legend>{t('page.reason')}</legend>
        {shownReasons.map((reason) => (
          <label key={reason} className="choice-line">
            <input type="radio" name="reason" value={reason} defaultChecked={reason === chosen} />
            <span>{t(`reason.${reason}`)}</span>
          </label>
        ))}
      </fieldset>
      <FormField
        form="receipt"
        name="detail"
        label={t('form.detail')}
        hint={t('form.detailHint')}
        problems={problems}
        maxLength={500}
        autoComplete="off"
        defaultValue={values['detail'] ?? ''}
      />
      <button type="submit" className="button">
        {t('form.send')}
      </button>
    </EnhancedForm>
  )
}
