import type { FieldDto } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { type Described, Labelled, LabelledGroup } from '../ui/labelled.tsx'

type Typed = string | readonly string[] | undefined
type Props = Readonly<{
  field: FieldDto
  typed: Typed
  isShown: boolean
  isRequired: boolean
  error: string | undefined
  locale: Locale
}>

const fewOptions = 6

/** One field of the category; `data-shown-*` lets a script show it as soon as its condition holds. */
export function CustomField(props: Props) {
  const { field, isShown } = props
  const { shownWhen } = field
  return (
    <div
      className="post-field"
      hidden={!isShown}
      data-shown-key={shownWhen ? `f.${shownWhen.key}` : undefined}
      data-shown-values={shownWhen ? JSON.stringify(shownWhen.values.map(String)) : undefined}
    >
      <Control {...props} />
    </div>
  )
}

function Control({ field, typed, isRequired, error, locale }: Props) {
  const id = `f.${field.key}`
  const common = { id, label: labelOf(field, { isRequired, locale }), hint: hintOf(field, locale), error }
  const isGroup = field.type === 'boolean' || field.type === 'choices' || isShortChoice(field)
  if (isGroup) {
    return (
      <LabelledGroup {...common}>
        {(described) => <Options field={field} typed={typed} isRequired={isRequired} locale={locale} {...described} />}
      </LabelledGroup>
    )
  }
  return (
    <Labelled {...common}>
      {(described) =>
        field.type === 'choice' ? (
          <LongChoice field={field} typed={typed} locale={locale} described={described} />
        ) : (
          <TextInput field={field} typed={typed} described={described} />
        )
      }
    </Labelled>
  )
}

const isShortChoice = (field: FieldDto) => field.type === 'choice' && field.options.length <= fewOptions

function labelOf(field: FieldDto, { isRequired, locale }: Readonly<{ isRequired: boolean; locale: Locale }>): string {
  const unit = field.unit ? ` (${field.unit})` : ''
  const optional = isRequired ? '' : ` · ${translate(locale, 'posting')('state.optional')}`
  return `${field.label[locale]}${unit}${optional}`
}

function hintOf(field: FieldDto, locale: Locale): string | null {
  const t = translate(locale, 'posting')
  if (field.help) return field.help[locale]
  if (field.type === 'choices') return t('details.severalHint')
  if (field.type === 'date') return t('details.dateHint')
  return field.type === 'year' ? t('details.yearHint') : null
}

function TextInput({ field, typed, described }: Readonly<{ field: FieldDto; typed: Typed; described: Described }>) {
  const id = `f.${field.key}`
  const isNumber = field.type !== 'text' && field.type !== 'date'
  return (
    <input
      className={isNumber ? 'input post-short' : 'input'}
      id={id}
      name={id}
      inputMode={field.type === 'number' || field.type === 'money' ? 'decimal' : isNumber ? 'numeric' : undefined}
      maxLength={200}
      autoComplete="off"
      defaultValue={[typed ?? ''].flat().join(' ')}
      {...described}
    />
  )
}

function LongChoice({
  field,
  typed,
  locale,
  described,
}: Readonly<{ field: FieldDto; typed: Typed; locale: Locale; described: Described }>) {
  const id = `f.${field.key}`
  return (
    <select className="input" id={id} name={id} defaultValue={[typed ?? ''].flat()[0] ?? ''} {...described}>
      <option value="">{translate(locale, 'posting')('details.choose')}</option>
      {field.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label[locale]}
        </option>
      ))}
    </select>
  )
}

function Options({
  field,
  typed,
  isRequired,
  locale,
  'aria-invalid': isWrong,
}: Pick<Props, 'field' | 'typed' | 'isRequired' | 'locale'> & Described) {
  const t = translate(locale, 'posting')
  const id = `f.${field.key}`
  const chosen = [typed ?? []].flat()
  const options =
    field.type === 'boolean'
      ? [
          { value: 'true', label: t('details.yes') },
          { value: 'false', label: t('details.no') },
        ]
      : field.options.map(({ value, label }) => ({ value, label: label[locale] }))
  const none = field.type !== 'choices' && !isRequired ? [{ value: '', label: t('details.unknown') }] : []
  return (
    <div className="post-options">
      {[...options, ...none].map(({ value, label }, at) => (
        <label key={value} className="post-option">
          <input
            type={field.type === 'choices' ? 'checkbox' : 'radio'}
            id={at === 0 ? id : undefined}
            name={id}
            value={value}
            defaultChecked={value === '' ? chosen.length === 0 || chosen[0] === '' : chosen.includes(value)}
            aria-invalid={isWrong}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
