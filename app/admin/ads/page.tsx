import { AdsTable } from '../../../components/admin/ads-table.tsx'
import { UndoBar } from '../../../components/admin/moderation/undo-bar.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { TablePages, TableTools } from '../../../components/admin/table-tools.tsx'
import { keptFilter, toolsOf } from '../../../components/admin/table-view.ts'
import { loadCategoryTree } from '../../../lib/categories/categories-queries.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { type AdRow, adStatuses, adsTable } from '../../../lib/reports/ads-table-queries.ts'
import { type TableView, tablePath, viewTable } from '../../../lib/reports/table-view.ts'

export const dynamic = 'force-dynamic'

type Search = Readonly<Record<string, string | string[] | undefined>>

/** Every ad, whatever its status. */
export default async function AdsPage({ searchParams }: Readonly<{ searchParams: Promise<Search> }>) {
  const search = await searchParams
  const member = await requireStaff({ ability: 'see_panel', path: tablePath(adsTable, search) })
  const { locale } = member
  const t = translate(locale, 'panel')
  const view = viewTable<AdRow>(adsTable, search, member.id)
  return (
    <Panel member={member} section="ads" path={view.path} title={t('ads.title')}>
      <div className="panel-head">
        <h1>{t('ads.title')}</h1>
      </div>
      <TableTools {...toolsOf(view, { filters: filtersOf(view, locale), locale })} />
      <AdsTable view={view} canReview={member.abilities.includes('moderate')} locale={locale} />
      <TablePages page={view.query.page} count={view.page} hrefOf={(page) => view.address({ page })} locale={locale} />
      <Reviewed search={search} view={view} locale={locale} />
    </Panel>
  )
}

function filtersOf({ query }: TableView<AdRow>, locale: Locale) {
  const t = translate(locale, 'panel')
  const value = (name: string) => query.filters[name] ?? ''
  const categories = loadCategoryTree().all.map(({ id, label }) => [String(id), label[locale]] as const)
  return [
    { kind: 'text', name: 'q', label: t('table.search'), value: value('q'), hint: t('ads.hint') },
    {
      kind: 'choice',
      name: 'status',
      label: t('csv.status'),
      value: value('status'),
      options: adStatuses.map((status) => [status, t(`adStatus.${status}`)] as const),
    },
    { kind: 'choice', name: 'category', label: t('nav.categories'), value: value('category'), options: categories },
    {
      kind: 'choice',
      name: 'case',
      label: t('ads.waiting'),
      value: value('case'),
      options: [['open', t('ads.waitingYes')]],
    },
    { kind: 'day', name: 'from', label: t('table.from'), value: value('from') },
    { kind: 'day', name: 'to', label: t('table.to'), value: value('to') },
    keptFilter('advertiser', t('csv.advertiser'), value('advertiser')),
    keptFilter('member', t('nav.users'), value('member'), value('member').slice(0, 8)),
  ] as const
}

function Reviewed({ search, view, locale }: Readonly<{ search: Search; view: TableView<AdRow>; locale: Locale }>) {
  const t = translate(locale, 'panel')
  const read = (key: string) => [search[key]].flat()[0]
  const count = Number.parseInt(read('n') ?? '', 10)
  if (Number.isNaN(count)) return null
  const at = read('at')
  const text = at === undefined ? t('ads.unreviewed', { count }) : t('ads.reviewed', { count })
  return (
    <UndoBar
      text={text}
      action={at === undefined || count === 0 ? undefined : '/api/v1/admin/ads/unreview'}
      fields={{ at: at ?? '', from: view.path }}
      label={t('ads.undoDecision')}
      locale={locale}
    />
  )
}
