import type { Locale } from '../../lib/i18n/locales.ts'
import { EnhancedForm } from './enhanced-form.tsx'
import { FormField } from './form-field.tsx'
import type { FormProblem, FormWords } from './form-words.ts'

type Props = Readonly<{
  purchaseId: string
  labels: Readonly<{ field: string; button: string }>
  from: string
  problems: readonly FormProblem[]
  words: FormWords
  locale: Locale
}>

/** Where a code heard on the telephone is typed. */
export function CodeForm({ purchaseId, labels, from, problems, words, locale }: Props) {
  const id = `heard-${purchaseId}`
  return (
    <EnhancedForm
      id={id}
      action={`/api/v1/purchases/${purchaseId}/code`}
      words={words}
      problems={problems}
      className="inline-form"
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="form" value={id} />
      <FormField
        form={id}
        name="code"
        label={labels.field}
        problems={problems}
        className="code-input"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={40}
      />
      <button type="submit" className="button">
        {labels.button}
      </button>
    </EnhancedForm>
  )
}
