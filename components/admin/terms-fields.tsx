import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { type FormState, TextInput } from './form-kit.tsx'

type Props = Readonly<{
  state: FormState
  values?: Readonly<{ commission: string; fixed: string; delay: string }>
  withDate: boolean
  locale: Locale
}>

/** What a provider keeps of each payment, and after how many days it pays the rest. */
export function TermsFields({ state, values, withDate, locale }: Props) {
  const t = translate(locale, 'providersPanel')
  return (
    <>
      <TextInput
        state={state}
        name="commission"
        label={t('commission')}
        value={values?.commission}
        inputMode="decimal"
        required
      />
      <TextInput state={state} name="fixed" label={t('fixed')} value={values?.fixed} inputMode="decimal" />
      <TextInput state={state} name="delay" label={t('delay')} value={values?.delay} inputMode="numeric" />
      {withDate ? (
        <TextInput state={state} name="begins" label={t('begins')} hint={t('beginsHint')} type="date" />
      ) : null}
    </>
  )
}
