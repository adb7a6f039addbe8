import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Choice, FormProblems, type FormState, PanelForm, TextInput } from './form-kit.tsx'

const hues = [
  'seedHue',
  'strength',
  'brandLightness',
  'quietLightness',
  'accessHue',
  'accessChroma',
  'accessLightness',
] as const
const fontChoices = ['schibsted', 'system', 'serif', 'wide'] as const
const densities = ['roomy', 'compact'] as const
const ranges = {
  seedHue: { max: 360, step: 1 },
  strength: { max: 2, step: 0.05 },
  brandLightness: { max: 1, step: 0.005 },
  quietLightness: { max: 1, step: 0.005 },
  accessHue: { max: 360, step: 1 },
  accessChroma: { max: 0.3, step: 0.005 },
  accessLightness: { max: 1, step: 0.005 },
} as const

type Props = Readonly<{
  state: FormState
  values: Readonly<Record<string, string>>
  name: string
  from: string
  locale: Locale
  /** In the first setup: where a saved look goes. */
  isPreviewed?: boolean
}>

/** What the look is made of; one button tries it, the other keeps it. */
export function LookForm({ state, values, name, from, locale }: Props) {
  const t = translate(locale, 'settingsPanel')
  const labels = { look: t('brand.contrasts'), name: t('brand.name'), radius: t('brand.radius') }
  return (
    <PanelForm action="/api/v1/admin/brand" from={from} form="look">
      <FormProblems state={state} labels={labels} />
      <TextInput
        state={state}
        name="name"
        label={t('brand.name')}
        hint={t('brand.nameHint')}
        value={name}
        maxLength={60}
        className="span"
      />
      {hues.map((key) => (
        <TextInput
          key={key}
          state={state}
          name={key}
          label={t(`brand.${key}`)}
          value={values[key]}
          type="number"
          min={0}
          {...ranges[key]}
        />
      ))}
      <TextInput
        state={state}
        name="radius"
        label={t('brand.radius')}
        value={values['radius']}
        type="number"
        min={0}
        max={12}
      />
      <Choice
        state={state}
        name="fonts"
        label={t('brand.fonts')}
        value={values['fonts']}
        options={fontChoices.map((font) => [font, t(`brand.fontNames.${font}`)])}
      />
      <Choice
        state={state}
        name="density"
        label={t('brand.density')}
        value={values['density']}
        options={densities.map((density) => [density, t(`brand.densities.${density}`)])}
      />
      <p className="form-actions">
        <button type="submit" className="button button-quiet" formMethod="get" formAction="/admin/brand">
          {t('brand.see')}
        </button>
        <button type="submit" className="button">
          {translate(locale, 'forms')('save')}
        </button>
      </p>
    </PanelForm>
  )
}
