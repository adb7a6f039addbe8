import { formState } from '../../../components/admin/form-kit.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { PriceMatrix } from '../../../components/admin/price-matrix.tsx'
import { PriceRules, type ShownRule } from '../../../components/admin/price-rules.tsx'
import { Notice } from '../../../components/ui/notice.tsx'
import { priceMatrix, ruleState, usualBoosts } from '../../../lib/catalogue/price-matrix.ts'
import { loadCategoryTree } from '../../../lib/categories/categories-queries.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { canStaff } from '../../../lib/members/member.ts'
import { findMemberById } from '../../../lib/members/members-queries.ts'
import { listPriceRules } from '../../../lib/pricing/price-rules-queries.ts'
import { findSetting } from '../../../lib/settings/settings-queries.ts'
import { currentTime } from '../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>
const answers = ['changed', 'changedLater', 'changedRest', 'undone'] as const

export default async function PricingPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'see_money', path: '/admin/pricing' })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'pricing')
  const canChange = canStaff(member.staffRole, 'change_prices')
  const now = currentTime()
  const done = answers.find((answer) => answer === query('done'))
  const { refusal } = formState(flash, { locale, form: 'undo' })
  return (
    <Panel member={member} section="pricing" path="/admin/pricing" title={t('title')}>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <p className="meta">{canChange ? t('intro') : t('readOnly')}</p>
        {canChange ? (
          <a className="button button-small" href="/admin/pricing/change">
            {t('change')}
          </a>
        ) : null}
      </div>
      {done ? (
        <Notice tone="ok" role="status">
          <p>{t(done)}</p>
        </Notice>
      ) : null}
      {refusal ? (
        <Notice tone="bad" role="alert">
          <p>{refusal}</p>
        </Notice>
      ) : null}
      <section className="panel-section" aria-labelledby="matrix">
        <header>
          <h2 id="matrix">{t('matrix')}</h2>
          <p className="meta">{t('matrixHint')}</p>
        </header>
        <PriceMatrix
          rows={priceMatrix(loadCategoryTree(), listPriceRules(), { now, usual: usualBoosts(findSetting('posting')) })}
          locale={locale}
          canChange={canChange}
        />
      </section>
      <section className="panel-section" aria-labelledby="rules">
        <header>
          <h2 id="rules">{t('rules')}</h2>
        </header>
        <PriceRules rules={shownRules(locale, now)} locale={locale} canChange={canChange} />
      </section>
    </Panel>
  )
}

/** Newest first; what the site noted for itself before the first change is left out. */
function shownRules(locale: Locale, now: number): readonly ShownRule[] {
  const tree = loadCategoryTree()
  const t = translate(locale, 'pricing')
  return listPriceRules()
    .filter(({ createdBy }) => createdBy !== 'system')
    .sort((left, right) => right.createdAt - left.createdAt)
    .slice(0, 200)
    .map((rule) => ({
      rule,
      state: ruleState(rule, now),
      category: rule.categoryId === null ? undefined : tree.byId.get(rule.categoryId)?.label[locale],
      by: findMemberById(rule.createdBy.replace(/^member:/, ''))?.displayName ?? t('system'),
    }))
}
