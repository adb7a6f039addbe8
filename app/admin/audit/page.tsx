import { AuditTable } from '../../../components/admin/audit-table.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { TablePages, TableTools } from '../../../components/admin/table-tools.tsx'
import { keptFilter, toolsOf } from '../../../components/admin/table-view.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { type AuditRow, auditTable } from '../../../lib/reports/audit-table-queries.ts'
import { type TableView, tablePath, viewTable } from '../../../lib/reports/table-view.ts'

export const dynamic = 'force-dynamic'

type Search = Readonly<Record<string, string | string[] | undefined>>

/** Who did what; nothing can be changed or taken away here. */
export default async function AuditPage({ searchParams }: Readonly<{ searchParams: Promise<Search> }>) {
  const search = await searchParams
  const member = await requireStaff({ ability: 'see_audit', path: tablePath(auditTable, search) })
  const { locale } = member
  const t = translate(locale, 'panel')
  const view = viewTable<AuditRow>(auditTable, search, member.id)
  return (
    <Panel member={member} section="audit" path={view.path} title={t('audit.title')}>
      <div className="panel-head">
        <h1>{t('audit.title')}</h1>
      </div>
      <TableTools {...toolsOf(view, { filters: filtersOf(view, locale), locale })} />
      <AuditTable view={view} locale={locale} />
      <TablePages page={view.query.page} count={view.page} hrefOf={(page) => view.address({ page })} locale={locale} />
    </Panel>
  )
}

function filtersOf({ query }: TableView<AuditRow>, locale: Locale) {
  const t = translate(locale, 'panel')
  const value = (name: string) => query.filters[name] ?? ''
  return [
    { kind: 'text', name: 'q', label: t('table.search'), value: value('q'), hint: t('audit.hint') },
    {
      kind: 'choice',
      name: 'who',
      label: t('audit.who'),
      value: value('who'),
      options: [
        ['staff', t('audit.staff')],
        ['others', t('audit.others')],
      ],
    },
    { kind: 'day', name: 'from', label: t('table.from'), value: value('from') },
    { kind: 'day', name: 'to', label: t('table.to'), value: value('to') },
    keptFilter('subject', t('csv.subject'), value('subject')),
    keptFilter('actor', t('csv.actor'), value('actor')),
    keptFilter('action', t('csv.action'), value('action')),
  ] as const
}
