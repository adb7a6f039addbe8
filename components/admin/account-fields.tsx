import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { ProviderFacts, SettingField } from '../../lib/providers/provider.ts'
import { Choice, type FormState, TextArea, TextInput } from './form-kit.tsx'

export type ScopeValues = Readonly<{
  label: string
  mode: 'test' | 'live'
  countries: string
  currency: string
  min: string
  max: string
  ladder: string
  device: string
  cap: string
}>

type ScopeProps = Readonly<{
  state: FormState
  facts: ProviderFacts
  values: ScopeValues
  isNew: boolean
  locale: Locale
}>

/** What a contract covers. */
export function ScopeFields({ state, facts, values, isNew, locale }: ScopeProps) {
  const t = translate(locale, 'providersPanel')
  const isLadderOnly = facts.amounts === 'ladder'
  return (
    <>
      <TextInput state={state} name="label" label={t('label')} value={values.label} maxLength={60} required />
      <Choice
        state={state}
        name="mode"
        label={t('mode')}
        hint={t('modeHint')}
        value={values.mode}
        options={[
          ['test', t('modeTest')],
          ['live', t('modeLive')],
        ]}
      />
      <TextInput
        state={state}
        name="countries"
        label={t('countries')}
        hint={t('countriesHint')}
        value={values.countries}
        required
      />
      {isNew ? (
        <Choice
          state={state}
          name="currency"
          label={t('currency')}
          value={values.currency}
          options={facts.currencies.map((code) => [code, code])}
        />
      ) : null}
      {isLadderOnly ? null : (
        <>
          <TextInput state={state} name="min" label={t('min')} value={values.min} inputMode="decimal" />
          <TextInput state={state} name="max" label={t('max')} value={values.max} inputMode="decimal" />
        </>
      )}
      <TextArea
        state={state}
        name="ladder"
        label={t('ladder')}
        hint={isLadderOnly ? `${t('ladderHint')} ${t('ladderOnly')}` : t('ladderHint')}
        value={values.ladder}
        rows={4}
        isCode
      />
      <Choice
        state={state}
        name="device"
        label={t('device')}
        value={values.device}
        options={[
          ['', t('deviceAll')],
          ['phone', t('devicePhone')],
          ['computer', t('deviceComputer')],
        ]}
      />
      <TextInput state={state} name="cap" label={t('cap')} hint={t('capHint')} value={values.cap} inputMode="decimal" />
    </>
  )
}

type SettingProps = Readonly<{
  state: FormState
  fields: readonly SettingField[]
  values: Readonly<Record<string, string>>
  keptSecrets: readonly string[]
  locale: Locale
}>

/** The adapter's own settings. A secret that is kept is never shown again. */
export function SettingFields({ state, fields, values, keptSecrets, locale }: SettingProps) {
  const t = translate(locale, 'providersPanel')
  const forms = translate(locale, 'forms')
  const secrets = fields.filter(({ isSecret }) => isSecret).map(({ key }) => `s_${key}`)
  const inputs = fields.map((field) => {
    const name = `s_${field.key}`
    const label = field.isOptional
      ? `${field.label[locale] ?? field.key} (${forms('optional')})`
      : (field.label[locale] ?? field.key)
    const isKept = keptSecrets.includes(field.key)
    const hint = [field.help?.[locale], isKept ? t('secretKept') : undefined].filter(Boolean).join(' ') || undefined
    if (field.choices) {
      return (
        <Choice
          key={name}
          state={state}
          name={name}
          label={label}
          hint={hint}
          value={values[field.key] ?? ''}
          options={[
            ...(field.isOptional ? [['', ''] as const] : []),
            ...field.choices.map((value) => [value, value] as const),
          ]}
        />
      )
    }
    return (
      <TextInput
        key={name}
        state={state}
        name={name}
        label={label}
        hint={hint}
        type={field.isSecret ? 'password' : 'text'}
        value={field.isSecret ? '' : (values[field.key] ?? '')}
        autoComplete="off"
        spellCheck={false}
        {...(field.placeholder === undefined ? {} : { placeholder: field.placeholder })}
      />
    )
  })
  return (
    <>
      <input type="hidden" name="secrets" value={secrets.join(' ')} />
      {inputs}
    </>
  )
}

/** What stands beside a problem at the top of the form. */
export function accountLabels(fields: readonly SettingField[], locale: Locale): Readonly<Record<string, string>> {
  const t = translate(locale, 'providersPanel')
  const scope = [
    'label',
    'mode',
    'countries',
    'currency',
    'min',
    'max',
    'ladder',
    'device',
    'cap',
    'commission',
    'fixed',
    'delay',
    'begins',
  ] as const
  return Object.fromEntries([
    ...scope.map((name) => [name, t(name)] as const),
    ...fields.map(({ key, label }) => [`s_${key}`, label[locale] ?? key] as const),
  ])
}
