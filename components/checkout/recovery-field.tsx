import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { FormField } from './form-field.tsx'
import type { FormProblem } from './form-words.ts'

type Props = Readonly<{
  form: string
  typed: string | undefined
  problems: readonly FormProblem[]
  locale: Locale
  isRequired?: boolean
}>

/** Where the code of a receipt is typed. */
export function RecoveryField({ form, typed = '', problems, locale, isRequired = true }: Props) {
  const t = translate(locale, 'access')
  return (
    <FormField
      form={form}
      name="recovery"
      label={t('codeField')}
      hint={t('codeHint')}
      problems={problems}
      className="code-input"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      required={isRequired}
      maxLength={60}
      defaultValue={typed}
    />
  )
}
