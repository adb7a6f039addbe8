import { Panel } from '../../../components/admin/panel.tsx'
import { TablePages, TableTools } from '../../../components/admin/table-tools.tsx'
import { toolsOf } from '../../../components/admin/table-view.ts'
import { UsersTable } from '../../../components/admin/users-table.tsx'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { type MemberRow, membersTable } from '../../../lib/reports/members-table-queries.ts'
import { type TableView, tablePath, viewTable } from '../../../lib/reports/table-view.ts'

export const dynamic = 'force-dynamic'

type Search = Readonly<Record<string, string | string[] | undefined>>

/** Everybody with an account. */
export default async function UsersPage({ searchParams }: Readonly<{ searchParams: Promise<Search> }>) {
  const search = await searchParams
  const member = await requireStaff({ ability: 'see_members', path: tablePath(membersTable, search) })
  const { locale } = member
  const t = translate(locale, 'panel')
  const view = viewTable<MemberRow>(membersTable, search, member.id)
  return (
    <Panel member={member} section="users" path={view.path} title={t('users.title')}>
      <div className="panel-head">
        <h1>{t('users.title')}</h1>
      </div>
      <TableTools {...toolsOf(view, { filters: filtersOf(view, locale), locale })} />
      <UsersTable view={view} locale={locale} />
      <TablePages page={view.query.page} count={view.page} hrefOf={(page) => view.address({ page })} locale={locale} />
    </Panel>
  )
}

function filtersOf({ query }: TableView<MemberRow>, locale: Locale) {
  const t = translate(locale, 'panel')
  const value = (name: string) => query.filters[name] ?? ''
  return [
    { kind: 'text', name: 'q', label: t('table.search'), value: value('q'), hint: t('users.hint') },
    {
      kind: 'choice',
      name: 'role',
      label: t('users.role'),
      value: value('role'),
      options: [
        ['staff', t('users.roleStaff')],
        ['none', t('users.roleNone')],
      ],
    },
    {
      kind: 'choice',
      name: 'state',
      label: t('users.state'),
      value: value('state'),
      options: (['active', 'disabled', 'erased'] as const).map((state) => [state, t(`users.${state}`)] as const),
    },
    { kind: 'day', name: 'from', label: t('table.from'), value: value('from') },
    { kind: 'day', name: 'to', label: t('table.to'), value: value('to') },
  ] as const
}
