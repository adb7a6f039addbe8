import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { EnhancedForm } from './enhanced-form.tsx'
import type { FormProblem, FormWords } from './form-words.ts'
import { RecoveryField } from './recovery-field.tsx'

type Props = Readonly<{
  once: string
  from: string
  typed: string
  problems: readonly FormProblem[]
  words: FormWords
  locale: Locale
}>

/** Opens what was bought elsewhere by the code of its receipt. */
export function RecoveryForm({ once, from, typed, problems, words, locale }: Props) {
  const t = translate(locale, 'access')
  return (
    <EnhancedForm
      id="recover"
      action="/api/v1/access/recover"
      words={words}
      problems={problems}
      className="inline-form"
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="form" value="recover" />
      <input type="hidden" name="once" value={once} />
      <RecoveryField form="recover" typed={typed} problems={problems} locale={locale} />
      <button type="submit" className="button">
        {t('codeButton')}
      </button>
    </EnhancedForm>
  )
}
