import type { CategoryDto } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Choice, FormProblems, type FormState, PanelForm, TextInput, Tick } from './form-kit.tsx'

export type ParentChoice = Readonly<{ id: number; label: string; depth: number }>
type Props = Readonly<{
  state: FormState
  category: CategoryDto
  parents: readonly ParentChoice[]
  /** The day posting stops being free, as a date field wants it. */
  freeUntil: string
  locale: Locale
}>

const modes = ['paid', 'free', 'paid_then_free', 'sponsored'] as const
const legalKinds = ['general', 'housing', 'jobs', 'pets'] as const

/** Names, addresses and terms of a category, both languages side by side. */
export function CategoryForm({ state, category, parents, freeUntil, locale }: Props) {
  const t = translate(locale, 'catalogue')
  const own = `/admin/categories/${category.id}`
  const labels = Object.fromEntries(
    (['parent', 'labelFr', 'labelEn', 'slugFr', 'slugEn', 'paidDays', 'freeQuota', 'freeUntil', 'adDays'] as const).map(
      (name) => [name, t(name)],
    ),
  )
  const common = { state }
  return (
    <PanelForm action={`/api/v1/admin/categories/${category.id}`} from={own} form="category">
      <FormProblems state={state} labels={labels} />
      <TextInput {...common} name="labelFr" label={t('labelFr')} value={category.label.fr} maxLength={80} lang="fr" />
      <TextInput {...common} name="labelEn" label={t('labelEn')} value={category.label.en} maxLength={80} lang="en" />
      <TextInput
        {...common}
        name="slugFr"
        label={t('slugFr')}
        hint={t('slugHint')}
        value={category.slug.fr}
        maxLength={80}
      />
      <TextInput
        {...common}
        name="slugEn"
        label={t('slugEn')}
        hint={t('slugHint')}
        value={category.slug.en}
        maxLength={80}
      />
      <Choice
        {...common}
        name="parent"
        label={t('parent')}
        value={category.parent}
        options={parentOptions(parents, t('top'))}
      />
      <Choice
        {...common}
        name="legalKind"
        label={t('legalKind')}
        value={category.legalKind}
        options={legalKinds.map((kind) => [kind, t(`legal.${kind}`)])}
      />
      <Choice
        {...common}
        name="revealMode"
        label={t('revealMode')}
        hint={t('modeHint')}
        value={category.revealMode}
        options={modes.map((mode) => [mode, t(`modes.${mode}`)])}
      />
      <Numbers state={state} category={category} freeUntil={freeUntil} locale={locale} />
      <Tick {...common} name="isActive" label={t('isActive')} hint={t('isActiveHint')} isTicked={category.isActive} />
      <p className="form-actions">
        <button type="submit" className="button">
          {translate(locale, 'forms')('save')}
        </button>
      </p>
    </PanelForm>
  )
}

function Numbers({ state, category, freeUntil, locale }: Omit<Props, 'parents'>) {
  const t = translate(locale, 'catalogue')
  const number = { state, type: 'number', min: 0 } as const
  return (
    <>
      <TextInput
        {...number}
        name="paidDays"
        label={t('paidDays')}
        hint={t('paidDaysHint')}
        value={category.paidDays}
        max={365}
      />
      <TextInput
        {...number}
        name="freeQuota"
        label={t('freeQuota')}
        hint={t('freeQuotaHint')}
        value={category.freeQuota}
        max={1000}
      />
      <TextInput state={state} name="freeUntil" label={t('freeUntil')} type="date" value={freeUntil} />
      <TextInput
        {...number}
        name="adDays"
        label={t('adDays')}
        hint={t('adDaysHint')}
        value={category.adDays}
        max={730}
      />
    </>
  )
}

/** The choices of a parent, indented as the tree is. */
export function parentOptions(parents: readonly ParentChoice[], top: string): readonly (readonly [string, string])[] {
  return [
    ['', top],
    ...parents.map(({ id, label, depth }) => [String(id), `${'\u2003'.repeat(depth)}${label}`] as const),
  ]
}
