import type { SettingField } from '../../lib/http/settings-form.ts'
import type { SettingsSection as SectionName } from '../../lib/http/settings-forms.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { FormProblems, type FormState, PanelForm, TextArea, TextInput, Tick } from './form-kit.tsx'

type Props = Readonly<{
  section: SectionName
  state: FormState
  fields: readonly SettingField[]
  values: Readonly<Record<string, string>>
  locale: Locale
  /** Where the form comes back to. */
  from: string
  /** Where a saved form goes; the settings page unless told otherwise. */
  next?: string
}>

/** One form of the settings. */
export function SettingsSectionForm({ section, state, fields, values, locale, from, next }: Props) {
  const t = translate(locale, 'settingsPanel')
  const labelOf = (name: string) => t(`fields.${name as 'name'}`)
  const labels = Object.fromEntries(fields.map(({ name }) => [name, labelOf(name)]))
  return (
    <PanelForm action={`/api/v1/admin/settings/${section}`} from={from} form={section}>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <FormProblems state={state} labels={labels} />
      {fields.map((field) => (
        <SettingInput key={field.name} field={field} state={state} value={values[field.name] ?? ''} locale={locale} />
      ))}
      <p className="form-actions">
        <button type="submit" className="button">
          {translate(locale, 'forms')('save')}
        </button>
      </p>
    </PanelForm>
  )
}

const hinted = ['siret', 'countries', 'rates', 'country'] as const

function SettingInput({
  field: { name, kind },
  state,
  value,
  locale,
}: Readonly<{ field: SettingField; state: FormState; value: string; locale: Locale }>) {
  const t = translate(locale, 'settingsPanel')
  const label = t(`fields.${name as 'name'}`)
  const known = hinted.find((key) => key === name)
  const hint = known && t(`fieldHints.${known}`)
  if (kind === 'tick') return <Tick state={state} name={name} label={label} hint={hint} isTicked={value === 'on'} />
  if (kind === 'area') return <TextArea state={state} name={name} label={label} hint={hint} value={value} rows={4} />
  const type = kind === 'count' ? 'number' : kind === 'email' ? 'email' : 'text'
  const typing = kind === 'amount' ? ({ inputMode: 'decimal' } as const) : {}
  return <TextInput state={state} name={name} label={label} hint={hint} value={value} type={type} {...typing} />
}
