import { notFound } from 'next/navigation'
import { CategoryForm } from '../../../../components/admin/category-form.tsx'
import { FieldPreview } from '../../../../components/admin/field-preview.tsx'
import { FieldTable, type ShownField } from '../../../../components/admin/field-table.tsx'
import { formState } from '../../../../components/admin/form-kit.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { Breadcrumbs } from '../../../../components/ui/breadcrumbs.tsx'
import { Notice } from '../../../../components/ui/notice.tsx'
import { type CategoryDto, categoryAndBelow, categoryTrail } from '../../../../lib/categories/categories.ts'
import { listOwnFields, loadCategoryTree } from '../../../../lib/categories/categories-queries.ts'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { categoryPath } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { canStaff } from '../../../../lib/members/member.ts'
import { dayText } from '../../../../lib/reports/periods.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ id: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>
const answers = ['added', 'saved', 'fieldSaved'] as const

export default async function CategoryAdminPage({ params, searchParams }: Props) {
  const own = `/admin/categories/${encodeURIComponent((await params).id)}`
  const member = await requireStaff({ ability: 'see_money', path: own })
  const { flash, query } = await staffForm(searchParams)
  const tree = loadCategoryTree()
  const category = tree.byId.get(Number((await params).id))
  if (!category) notFound()
  const { locale } = member
  const t = translate(locale, 'catalogue')
  const canChange = canStaff(member.staffRole, 'change_prices')
  const done = answers.find((answer) => answer === query('done'))
  const label = category.label[locale]
  return (
    <Panel member={member} section="categories" path={own} title={label}>
      <Breadcrumbs label={translate(locale, 'admin')('nav.trail')} crumbs={crumbsOf(category, locale)} />
      <div className="panel-head">
        <h1>{label}</h1>
        <p className="form-actions">
          <a href="/admin/pricing">{t('prices')}</a>
          <a href={categoryPath(locale, category.path[locale])}>{t('address')}</a>
        </p>
      </div>
      {done ? (
        <Notice tone="ok" role="status">
          <p>{t(done)}</p>
        </Notice>
      ) : null}
      <section className="panel-section" aria-label={t('terms')}>
        <header>
          <h2>{t('terms')}</h2>
        </header>
        <fieldset disabled={!canChange}>
          <CategoryForm
            state={formState(flash, { locale, form: 'category' })}
            category={category}
            parents={parentsFor(category, locale)}
            freeUntil={category.freeUntil === null ? '' : dayText(category.freeUntil)}
            locale={locale}
          />
        </fieldset>
      </section>
      <section className="panel-section" aria-labelledby="fields">
        <header>
          <h2 id="fields">{t('fieldsTitle')}</h2>
          <p className="meta">{t('fieldsHint')}</p>
        </header>
        <FieldTable categoryId={category.id} rows={fieldsOf(category, locale)} locale={locale} canChange={canChange} />
        {canChange ? (
          <p className="form-actions">
            <a className="button button-quiet button-small" href={`${own}/fields/new`}>
              {t('addField')}
            </a>
          </p>
        ) : null}
      </section>
      <section className="panel-section" aria-labelledby="preview">
        <header>
          <h2 id="preview">{t('preview')}</h2>
          <p className="meta">{t('previewHint')}</p>
        </header>
        <FieldPreview fields={category.fields} locale={locale} />
      </section>
    </Panel>
  )
}

function crumbsOf(category: CategoryDto, locale: Locale) {
  const trail = categoryTrail(loadCategoryTree(), category.id)
  return [
    { label: translate(locale, 'catalogue')('title'), href: '/admin/categories' },
    ...trail.map(({ id, label }) =>
      id === category.id ? { label: label[locale] } : { label: label[locale], href: `/admin/categories/${id}` },
    ),
  ]
}

/** Where a category may be put: anywhere but in itself and below. */
function parentsFor(category: CategoryDto, locale: Locale) {
  const tree = loadCategoryTree()
  const below = new Set(categoryAndBelow(tree, category.id).map(({ id }) => id))
  return tree.all
    .filter(({ id }) => !below.has(id))
    .map(({ id, label }) => ({ id, label: label[locale], depth: categoryTrail(tree, id).length - 1 }))
}

function fieldsOf(category: CategoryDto, locale: Locale): readonly ShownField[] {
  const above = categoryTrail(loadCategoryTree(), category.id).slice(0, -1)
  const own = listOwnFields(category.id)
  const ownKeys = new Set(own.map(({ key }) => key))
  const inherited = category.fields
    .filter(({ key }) => !ownKeys.has(key))
    .map((field) => {
      const home = above.findLast(({ id }) => listOwnFields(id).some(({ key }) => key === field.key))
      return { field, inheritedFrom: home && { id: home.id, label: home.label[locale] } }
    })
  return [...inherited, ...own.map((field) => ({ field, inheritedFrom: undefined }))]
}
