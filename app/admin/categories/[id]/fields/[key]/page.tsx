import { notFound } from 'next/navigation'
import { FieldForm } from '../../../../../../components/admin/field-form.tsx'
import { formState } from '../../../../../../components/admin/form-kit.tsx'
import { Panel } from '../../../../../../components/admin/panel.tsx'
import { Breadcrumbs } from '../../../../../../components/ui/breadcrumbs.tsx'
import { printCondition, printOptions } from '../../../../../../lib/catalogue/field-change.ts'
import { listOwnFields, loadCategoryTree } from '../../../../../../lib/categories/categories-queries.ts'
import { requireStaff } from '../../../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../../../lib/http/staff-form.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ id: string; key: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>

/** One detail of a category; `new` is the form for another one. */
export default async function FieldPage({ params, searchParams }: Props) {
  const { id, key } = await params
  const own = `/admin/categories/${encodeURIComponent(id)}/fields/${encodeURIComponent(key)}`
  const member = await requireStaff({ ability: 'change_prices', path: own })
  const { flash } = await staffForm(searchParams)
  const category = loadCategoryTree().byId.get(Number(id))
  const field = category && listOwnFields(category.id).find((known) => known.key === key)
  if (!category || (!field && key !== 'new')) notFound()
  const { locale } = member
  const t = translate(locale, 'catalogue')
  const title = field ? t('editField', { label: field.label[locale] }) : t('newField')
  return (
    <Panel member={member} section="categories" path={own} title={title}>
      <Breadcrumbs
        label={translate(locale, 'admin')('nav.trail')}
        crumbs={[
          { label: t('title'), href: '/admin/categories' },
          { label: category.label[locale], href: `/admin/categories/${category.id}` },
          { label: title },
        ]}
      />
      <div className="panel-head">
        <h1>{title}</h1>
      </div>
      <FieldForm
        state={formState(flash, { locale, form: 'field' })}
        categoryId={category.id}
        field={field}
        typed={{
          options: field ? printOptions(field.options) : '',
          requiredWhen: field ? printCondition(field.requiredWhen) : '',
          shownWhen: field ? printCondition(field.shownWhen) : '',
        }}
        locale={locale}
      />
    </Panel>
  )
}
