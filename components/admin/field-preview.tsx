import type { FieldDto } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'

/** The details as the posting form asks for them; nothing here can be sent. */
export function FieldPreview({ fields, locale }: Readonly<{ fields: readonly FieldDto[]; locale: Locale }>) {
  const t = translate(locale, 'catalogue')
  return (
    <fieldset className="panel preview-form" disabled>
      <legend className="hidden-text">{t('preview')}</legend>
      {fields
        .filter(({ isActive }) => isActive)
        .map((field) => (
          <div key={field.key} className="field">
            <label htmlFor={`preview-${field.key}`}>
              {field.label[locale]}
              {field.unit ? ` (${field.unit})` : ''}{' '}
              {field.isRequired ? null : <span className="legal">{translate(locale, 'forms')('optional')}</span>}
            </label>
            {field.help ? <p className="field-hint">{field.help[locale]}</p> : null}
            <PreviewInput field={field} locale={locale} />
          </div>
        ))}
    </fieldset>
  )
}

function PreviewInput({ field, locale }: Readonly<{ field: FieldDto; locale: Locale }>) {
  const t = translate(locale, 'catalogue')
  const id = `preview-${field.key}`
  if (field.type === 'choice' || field.type === 'boolean') {
    const options = field.type === 'boolean' ? [t('yes'), t('no')] : field.options.map((option) => option.label[locale])
    return (
      <select id={id} className="input">
        <option>{t('choose')}</option>
        {options.map((label) => (
          <option key={label}>{label}</option>
        ))}
      </select>
    )
  }
  if (field.type === 'choices') {
    return (
      <div className="checks">
        {field.options.map((option) => (
          <label key={option.value} className="check">
            <input type="checkbox" /> {option.label[locale]}
          </label>
        ))}
      </div>
    )
  }
  const type = field.type === 'date' ? 'date' : field.type === 'text' ? 'text' : 'number'
  return <input id={id} className="input" type={type} />
}
