import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { FormField } from '../checkout/form-field.tsx'
import type { FormProblem } from '../checkout/form-words.ts'
import { RecoveryField } from '../checkout/recovery-field.tsx'

type Props = Readonly<{
  form: string
  isRequired: boolean
  values: Readonly<Record<string, string>>
  problems: readonly FormProblem[]
  locale: Locale
}>

/** Names a purchase by its receipt, for those without the device it was made on: the number and the code. */
export function ReceiptFields({ form, isRequired, values, problems, locale }: Props) {
  const t = translate(locale, 'claims')
  return (
    <>
      <FormField
        form={form}
        name="receipt"
        label={t('page.receipt')}
        hint={t('page.receiptHint')}
        problems={problems}
        inputMode="numeric"
        autoComplete="off"
        required={isRequired}
        maxLength={20}
        defaultValue={values['receipt'] ?? ''}
      />
      <RecoveryField
        form={form}
        typed={values['recovery']}
        problems={problems}
        locale={locale}
        isRequired={isRequired}
      />
    </>
  )
}
