import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { NoticeTableRow } from '../../lib/reports/notices-table-queries.ts'
import type { TableView } from '../../lib/reports/table-view.ts'
import { type Column, DataTable } from './data-table.tsx'
import { Time } from './figures.tsx'
import { sortOf } from './table-view.ts'

const shapes = { received: 'open', upheld: 'bad', rejected: 'over' } as const

export function NoticesTable({ view, locale }: Readonly<{ view: TableView<NoticeTableRow>; locale: Locale }>) {
  const t = translate(locale, 'panel')
  return (
    <DataTable
      columns={columnsOf(view, locale)}
      rows={view.page.rows}
      keyOf={({ id }) => id}
      isDense={view.query.isDense}
      caption={t('notices.title')}
      none={<p>{t('table.none')}</p>}
    />
  )
}

function columnsOf(view: TableView<NoticeTableRow>, locale: Locale): readonly Column<NoticeTableRow>[] {
  const t = translate(locale, 'panel')
  const words = translate(locale, 'notices')
  const appeals = translate(locale, 'panelModeration')
  return [
    {
      name: 'created',
      label: t('csv.created'),
      isHead: true,
      sort: sortOf('when', view),
      cell: ({ id, createdAt }) => (
        <a href={`/admin/notices/${id}`}>
          <Time at={createdAt} locale={locale} />
        </a>
      ),
    },
    {
      name: 'ad',
      label: t('csv.ref'),
      cell: ({ adRef, title }) => (
        <>
          <a className="code" href={`/admin/ads/${adRef}`}>
            {adRef}
          </a>{' '}
          {title}
        </>
      ),
    },
    { name: 'reason', label: t('notices.reason'), cell: ({ reasonKey }) => words(`reason.${reasonKey}`) },
    {
      name: 'state',
      label: t('notices.state'),
      cell: ({ state, appeal }) => (
        <>
          <span className={`mark mark-${shapes[state]}`}>
            {words(`follow.${state}`).split(' : ')[0]?.split(':')[0]}
          </span>
          {appeal ? (
            <span className="before">
              <a href="/admin/appeals">{appeals(`appeals.state.${appeal}`)}</a>
            </span>
          ) : null}
        </>
      ),
    },
    {
      name: 'due',
      label: t('notices.due'),
      sort: sortOf('due', view),
      cell: ({ dueAt, answeredAt }) => <Time at={answeredAt ?? dueAt} locale={locale} />,
    },
  ]
}
