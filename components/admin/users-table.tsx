import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { MemberRow } from '../../lib/reports/members-table-queries.ts'
import type { TableView } from '../../lib/reports/table-view.ts'
import { type Column, DataTable } from './data-table.tsx'
import { Time } from './figures.tsx'
import { sortOf } from './table-view.ts'

/** How an account stands. */
export function MemberMark({ row, locale }: Readonly<{ row: MemberRow; locale: Locale }>) {
  const t = translate(locale, 'panel')
  if (row.erasedAt !== null) return <span className="mark mark-over">{t('users.erased')}</span>
  return row.isDisabled === 1 ? (
    <span className="mark mark-bad">{t('users.disabled')}</span>
  ) : (
    <span className="mark mark-ok">{t('users.active')}</span>
  )
}

export function UsersTable({ view, locale }: Readonly<{ view: TableView<MemberRow>; locale: Locale }>) {
  const t = translate(locale, 'panel')
  return (
    <DataTable
      columns={columnsOf(view, locale)}
      rows={view.page.rows}
      keyOf={({ id }) => id}
      isDense={view.query.isDense}
      caption={t('users.title')}
      none={<p>{t('table.none')}</p>}
    />
  )
}

function columnsOf(view: TableView<MemberRow>, locale: Locale): readonly Column<MemberRow>[] {
  const t = translate(locale, 'panel')
  const admin = translate(locale, 'admin')
  return [
    {
      name: 'name',
      label: t('csv.name'),
      isHead: true,
      sort: sortOf('name', view),
      cell: ({ id, displayName }) => <a href={`/admin/users/${id}`}>{displayName || id.slice(0, 8)}</a>,
    },
    { name: 'email', label: t('csv.email'), cell: ({ email }) => email },
    {
      name: 'role',
      label: t('users.role'),
      cell: ({ staffRole }) => (staffRole ? admin(`role.${staffRole}`) : admin('noDash')),
    },
    { name: 'state', label: t('users.state'), cell: (row) => <MemberMark row={row} locale={locale} /> },
    {
      name: 'ads',
      label: t('csv.ads'),
      isFigure: true,
      cell: ({ ads, id }) => (ads === 0 ? admin('noDash') : <a href={`/admin/ads?member=${id}`}>{ads}</a>),
    },
    {
      name: 'seen',
      label: t('csv.seen'),
      cell: ({ seenAt }) => (seenAt === null ? t('users.never') : <Time at={seenAt} locale={locale} />),
    },
    {
      name: 'created',
      label: t('csv.created'),
      sort: sortOf('when', view),
      cell: ({ createdAt }) => <Time at={createdAt} locale={locale} />,
    },
  ]
}
