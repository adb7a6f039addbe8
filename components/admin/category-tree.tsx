import type { CategoryDto } from '../../lib/categories/categories.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { PanelForm } from './form-kit.tsx'

export type ShownCategory = Readonly<{ category: CategoryDto; depth: number; ads: number }>
type Props = Readonly<{ rows: readonly ShownCategory[]; locale: Locale; canChange: boolean }>

/** Every category in the order shown, with both its names. */
export function CategoryTreeTable({ rows, locale, canChange }: Props) {
  const t = translate(locale, 'catalogue')
  if (rows.length === 0) return <p className="meta">{t('none')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('english')}</th>
            <th scope="col" className="num">
              {t('ads')}
            </th>
            <th scope="col">{t('mode')}</th>
            <th scope="col" className="num">
              {t('fields')}
            </th>
            <th scope="col">{t('state')}</th>
            {canChange ? <th scope="col">{t('order')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CategoryTreeRow key={row.category.id} row={row} locale={locale} canChange={canChange} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CategoryTreeRow({
  row,
  locale,
  canChange,
}: Readonly<{ row: ShownCategory; locale: Locale; canChange: boolean }>) {
  const t = translate(locale, 'catalogue')
  const { category, depth, ads } = row
  const other = locale === 'fr' ? 'en' : 'fr'
  const label = category.label[locale]
  return (
    <tr id={`category-${category.id}`}>
      <th scope="row" className={`depth-${Math.min(depth, 4)}`}>
        <a href={`/admin/categories/${category.id}`}>{label}</a>
        <span className="before code">{category.slug[locale]}</span>
      </th>
      <td lang={other}>
        {category.label[other] === label ? (
          <span className="mark-note" lang={locale}>
            {t('sameWords')}
          </span>
        ) : (
          category.label[other]
        )}
        <span className="before code">{category.slug[other]}</span>
      </td>
      <td className="num">{ads}</td>
      <td>{t(`modes.${category.revealMode}`)}</td>
      <td className="num">{category.fields.length}</td>
      <td>
        <span className={category.isActive ? 'mark mark-ok' : 'mark mark-over'}>
          {t(category.isActive ? 'shown' : 'hidden')}
        </span>
      </td>
      {canChange ? (
        <td>
          <MoveButtons
            action={`/api/v1/admin/categories/${category.id}/position`}
            from={`/admin/categories`}
            labels={{ up: t('up', { label }), down: t('down', { label }) }}
          />
        </td>
      ) : null}
    </tr>
  )
}

/** Two buttons that move a row one place. */
export function MoveButtons({
  action,
  from,
  labels,
}: Readonly<{ action: string; from: string; labels: Readonly<{ up: string; down: string }> }>) {
  return (
    <div className="row-actions">
      {(['up', 'down'] as const).map((direction) => (
        <PanelForm key={direction} action={action} from={from} form="move" className="row-actions">
          <input type="hidden" name="direction" value={direction} />
          <button type="submit" className="button button-quiet button-small" aria-label={labels[direction]}>
            {direction === 'up' ? '↑' : '↓'}
          </button>
        </PanelForm>
      ))}
    </div>
  )
}
