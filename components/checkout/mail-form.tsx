import type { Locale } from '../../lib/i18n/locales.ts'
import { EnhancedForm } from './enhanced-form.tsx'
import { FormField } from './form-field.tsx'
import type { FormProblem, FormWords } from './form-words.ts'

type Props = Readonly<{
  id: string
  action: string
  labels: Readonly<{ field: string; hint?: string; button: string }>
  from: string
  typed: string
  problems: readonly FormProblem[]
  words: FormWords
  locale: Locale
}>

/** Asks for an address to write to. */
export function MailForm({ id, action, labels, from, typed, problems, words, locale }: Props) {
  return (
    <EnhancedForm id={id} action={action} words={words} problems={problems} className="inline-form">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="form" value={id} />
      <FormField
        form={id}
        name="email"
        label={labels.field}
        hint={labels.hint}
        problems={problems}
        type="email"
        autoComplete="email"
        required
        maxLength={200}
        defaultValue={typed}
      />
      <button type="submit" className="button button-quiet">
        {labels.button}
      </button>
    </EnhancedForm>
  )
}
