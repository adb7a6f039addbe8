import { NoticeSummary } from '../../../components/admin/notice-summary.tsx'
import { NoticesTable } from '../../../components/admin/notices-table.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { TablePages, TableTools } from '../../../components/admin/table-tools.tsx'
import { toolsOf } from '../../../components/admin/table-view.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { noticeReasons } from '../../../lib/moderation/moderation.ts'
import { summariseNotices } from '../../../lib/reports/notice-summary-queries.ts'
import { type NoticeTableRow, noticesTable } from '../../../lib/reports/notices-table-queries.ts'
import { type TableView, tablePath, viewTable } from '../../../lib/reports/table-view.ts'
import { currentTime, day } from '../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Search = Readonly<Record<string, string | string[] | undefined>>

/** What anybody reported, and what became of it. */
export default async function NoticesPage({ searchParams }: Readonly<{ searchParams: Promise<Search> }>) {
  const search = await searchParams
  const member = await requireStaff({ ability: 'moderate', path: tablePath(noticesTable, search) })
  const { locale } = member
  const t = translate(locale, 'panel')
  const view = viewTable<NoticeTableRow>(noticesTable, search, member.id)
  const since = currentTime() - 365 * day
  return (
    <Panel member={member} section="notices" path={view.path} title={t('notices.title')}>
      <div className="panel-head">
        <h1>{t('notices.title')}</h1>
        <p className="meta">{t('notices.register')}</p>
      </div>
      <NoticeSummary summary={summariseNotices(since)} since={since} locale={locale} />
      <TableTools {...toolsOf(view, { filters: filtersOf(view, locale), locale })} />
      <NoticesTable view={view} locale={locale} />
      <TablePages page={view.query.page} count={view.page} hrefOf={(page) => view.address({ page })} locale={locale} />
    </Panel>
  )
}

function filtersOf({ query }: TableView<NoticeTableRow>, locale: Locale) {
  const t = translate(locale, 'panel')
  const words = translate(locale, 'notices')
  const value = (name: string) => query.filters[name] ?? ''
  return [
    { kind: 'text', name: 'q', label: t('table.search'), value: value('q'), hint: t('notices.hint') },
    {
      kind: 'choice',
      name: 'state',
      label: t('notices.state'),
      value: value('state'),
      options: (['received', 'upheld', 'rejected'] as const).map((state) => [state, words(`follow.${state}`)] as const),
    },
    {
      kind: 'choice',
      name: 'reason',
      label: t('notices.reason'),
      value: value('reason'),
      options: noticeReasons.map((reason) => [reason, words(`reason.${reason}`)] as const),
    },
    { kind: 'day', name: 'from', label: t('table.from'), value: value('from') },
    { kind: 'day', name: 'to', label: t('table.to'), value: value('to') },
  ] as const
}
