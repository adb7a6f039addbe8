import type { FieldDto } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { MoveButtons } from './category-tree.tsx'

export type ShownField = Readonly<{
  field: FieldDto
  inheritedFrom: Readonly<{ id: number; label: string }> | undefined
}>
type Props = Readonly<{ categoryId: number; rows: readonly ShownField[]; locale: Locale; canChange: boolean }>

/** The details a category asks for: inherited ones lead to where they are set, its own to their form. */
export function FieldTable({ categoryId, rows, locale, canChange }: Props) {
  const t = translate(locale, 'catalogue')
  if (rows.length === 0) return <p className="meta">{t('fieldsNone')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('english')}</th>
            <th scope="col">{t('type')}</th>
            <th scope="col">{t('rules')}</th>
            <th scope="col">{t('parent')}</th>
            {canChange ? <th scope="col">{t('order')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FieldRow key={row.field.key} categoryId={categoryId} row={row} locale={locale} canChange={canChange} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FieldRow({
  categoryId,
  row: { field, inheritedFrom },
  locale,
  canChange,
}: Readonly<{ categoryId: number; row: ShownField; locale: Locale; canChange: boolean }>) {
  const t = translate(locale, 'catalogue')
  const other = locale === 'fr' ? 'en' : 'fr'
  const label = field.label[locale]
  const home = inheritedFrom?.id ?? categoryId
  const rules = [
    ...(field.isRequired ? [t('required')] : []),
    ...(field.isFilterable ? [t('filterable')] : []),
    ...(field.isActive ? [] : [t('hidden')]),
  ]
  return (
    <tr>
      <th scope="row">
        {canChange ? <a href={`/admin/categories/${home}/fields/${field.key}`}>{label}</a> : label}
        <span className="before code">{field.key}</span>
      </th>
      <td lang={other}>{field.label[other]}</td>
      <td>
        {t(`types.${field.type}`)}
        {field.unit ? ` (${field.unit})` : ''}
        {field.options.length > 0 ? (
          <span className="before">{field.options.map((option) => option.label[locale]).join(' · ')}</span>
        ) : null}
      </td>
      <td>{rules.join(' · ')}</td>
      <td>{inheritedFrom ? t('from', { label: inheritedFrom.label }) : t('own')}</td>
      {canChange ? (
        <td>
          {inheritedFrom ? null : (
            <MoveButtons
              action={`/api/v1/admin/categories/${categoryId}/fields/${field.key}/position`}
              from={`/admin/categories/${categoryId}`}
              labels={{ up: t('up', { label }), down: t('down', { label }) }}
            />
          )}
        </td>
      ) : null}
    </tr>
  )
}
