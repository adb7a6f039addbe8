import { parentOptions } from '../../../components/admin/category-form.tsx'
import { CategoryTreeTable } from '../../../components/admin/category-tree.tsx'
import { Choice, FormProblems, formState, PanelForm, TextInput } from '../../../components/admin/form-kit.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { countKeptAds } from '../../../lib/ads/field-use-queries.ts'
import { categoryTrail } from '../../../lib/categories/categories.ts'
import { loadCategoryTree } from '../../../lib/categories/categories-queries.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { canStaff } from '../../../lib/members/member.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

export default async function CategoriesPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'see_money', path: '/admin/categories' })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'catalogue')
  const canChange = canStaff(member.staffRole, 'change_prices')
  const tree = loadCategoryTree()
  const counts = countKeptAds()
  const rows = tree.all.map((category) => ({
    category,
    depth: categoryTrail(tree, category.id).length - 1,
    ads: counts.get(category.id) ?? 0,
  }))
  const state = formState(flash, { locale, form: 'add' })
  const labels = { labelFr: t('labelFr'), labelEn: t('labelEn'), parent: t('parent') }
  return (
    <Panel member={member} section="categories" path="/admin/categories" title={t('title')}>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <p className="meta">{canChange ? t('intro') : t('readOnly')}</p>
      </div>
      <CategoryTreeTable rows={rows} locale={locale} canChange={canChange} />
      {canChange ? (
        <section className="panel-section" aria-labelledby="add">
          <header>
            <h2 id="add">{t('add')}</h2>
          </header>
          <PanelForm action="/api/v1/admin/categories" from="/admin/categories" form="add">
            <FormProblems state={state} labels={labels} />
            <TextInput state={state} name="labelFr" label={t('labelFr')} maxLength={80} lang="fr" required />
            <TextInput
              state={state}
              name="labelEn"
              label={t('labelEn')}
              hint={t('labelEnHint')}
              maxLength={80}
              lang="en"
            />
            <Choice
              state={state}
              name="parent"
              label={t('parent')}
              value={query('parent')}
              options={parentOptions(
                rows.map(({ category, depth }) => ({ id: category.id, label: category.label[locale], depth })),
                t('top'),
              )}
            />
            <p className="form-actions">
              <button type="submit" className="button">
                {t('addButton')}
              </button>
            </p>
          </PanelForm>
        </section>
      ) : null}
    </Panel>
  )
}
