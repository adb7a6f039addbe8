import type { FieldDto } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Choice, FormProblems, type FormState, PanelForm, TextArea, TextInput, Tick } from './form-kit.tsx'

const types = ['text', 'integer', 'number', 'choice', 'choices', 'boolean', 'money', 'year', 'date'] as const

type Props = Readonly<{
  state: FormState
  categoryId: number
  /** Undefined for a new one. */
  field: FieldDto | undefined
  /** Options and conditions as they are typed. */
  typed: Readonly<{ options: string; requiredWhen: string; shownWhen: string }>
  locale: Locale
}>

const named = ['key', 'labelFr', 'labelEn', 'type', 'unit', 'options', 'requiredWhen', 'shownWhen'] as const

/** One detail of a category, both languages side by side. */
export function FieldForm({ state, categoryId, field, typed, locale }: Props) {
  const t = translate(locale, 'catalogue')
  const common = { state }
  const from = `/admin/categories/${categoryId}/fields/${field?.key ?? 'new'}`
  return (
    <PanelForm action={`/api/v1/admin/categories/${categoryId}/fields`} from={from} form="field">
      <FormProblems state={state} labels={Object.fromEntries(named.map((name) => [name, t(name)]))} />
      {field ? (
        <input type="hidden" name="key" value={field.key} />
      ) : (
        <TextInput {...common} name="key" label={t('key')} hint={t('keyHint')} maxLength={40} className="span" />
      )}
      <TextInput {...common} name="labelFr" label={t('labelFr')} value={field?.label.fr} maxLength={80} lang="fr" />
      <TextInput {...common} name="labelEn" label={t('labelEn')} value={field?.label.en} maxLength={80} lang="en" />
      <Choice
        {...common}
        name="type"
        label={t('type')}
        hint={t('typeHint')}
        value={field?.type ?? 'text'}
        options={types.map((type) => [type, t(`types.${type}`)])}
      />
      <TextInput {...common} name="unit" label={t('unit')} hint={t('unitHint')} value={field?.unit} maxLength={12} />
      <TextArea
        {...common}
        name="options"
        label={t('options')}
        hint={t('optionsHint')}
        value={typed.options}
        rows={6}
        maxLength={8000}
        className="span"
        isCode
      />
      <Rules state={state} field={field} typed={typed} locale={locale} />
      <p className="form-actions">
        <button type="submit" className="button">
          {translate(locale, 'forms')('save')}
        </button>
        <a className="button button-quiet" href={`/admin/categories/${categoryId}#fields`}>
          {translate(locale, 'forms')('back')}
        </a>
      </p>
    </PanelForm>
  )
}

function Rules({ state, field, typed, locale }: Omit<Props, 'categoryId'>) {
  const t = translate(locale, 'catalogue')
  const when = { state, hint: t('conditionHint'), maxLength: 300 } as const
  return (
    <>
      <TextInput {...when} name="requiredWhen" label={t('requiredWhen')} value={typed.requiredWhen} />
      <TextInput {...when} name="shownWhen" label={t('shownWhen')} value={typed.shownWhen} />
      <TextInput state={state} name="helpFr" label={t('helpFr')} value={field?.help?.fr} maxLength={300} lang="fr" />
      <TextInput state={state} name="helpEn" label={t('helpEn')} value={field?.help?.en} maxLength={300} lang="en" />
      <Tick state={state} name="isRequired" label={t('isRequired')} isTicked={field?.isRequired ?? false} />
      <Tick state={state} name="isFilterable" label={t('isFilterable')} isTicked={field?.isFilterable ?? false} />
      <Tick
        state={state}
        name="isActive"
        label={t('isShown')}
        hint={t('isShownHint')}
        isTicked={field?.isActive ?? true}
      />
    </>
  )
}
