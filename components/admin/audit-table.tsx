import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { AuditRow } from '../../lib/reports/audit-table-queries.ts'
import type { TableView } from '../../lib/reports/table-view.ts'
import { AuditDetail, actionWords, actorWords } from './audit-words.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { Time } from './figures.tsx'
import { sortOf } from './table-view.ts'

export function AuditTable({ view, locale }: Readonly<{ view: TableView<AuditRow>; locale: Locale }>) {
  const t = translate(locale, 'panel')
  return (
    <DataTable
      columns={columnsOf(view, locale)}
      rows={view.page.rows}
      keyOf={({ id }) => id}
      isDense={view.query.isDense}
      caption={t('audit.title')}
      none={<p>{t('table.none')}</p>}
    />
  )
}

function columnsOf(view: TableView<AuditRow>, locale: Locale): readonly Column<AuditRow>[] {
  const t = translate(locale, 'panel')
  const only = (name: string, value: string) => view.address({ filters: { [name]: value } })
  return [
    {
      name: 'at',
      label: t('csv.at'),
      isHead: true,
      sort: sortOf('when', view),
      cell: ({ at }) => <Time at={at} locale={locale} />,
    },
    {
      name: 'actor',
      label: t('csv.actor'),
      cell: (row) => <a href={only('actor', row.actor)}>{actorWords(row, locale)}</a>,
    },
    {
      name: 'action',
      label: t('csv.action'),
      cell: ({ action }) => (
        <a href={only('action', action)} title={action}>
          {actionWords(action, locale)}
        </a>
      ),
    },
    {
      name: 'subject',
      label: t('csv.subject'),
      cell: ({ subject }) => (
        <>
          <a className="code whole" href={only('subject', subject)}>
            {subject.length > 24 ? `${subject.slice(0, 24)}…` : subject}
          </a>
          {pageOf(subject) ? (
            <>
              {' '}
              <a href={pageOf(subject)} aria-label={subject}>
                ↗
              </a>
            </>
          ) : null}
        </>
      ),
    },
    {
      name: 'detail',
      isWide: true,
      label: t('csv.detail'),
      cell: ({ detail }) => <AuditDetail detail={detail} locale={locale} />,
    },
  ]
}

/** The page of what was changed, where it has one. */
function pageOf(subject: string): string | undefined {
  const [kind, id = ''] = subject.split(/:(.*)/)
  const pages: Readonly<Record<string, string>> = { ad: 'ads', member: 'users', purchase: 'purchases' }
  const page = pages[kind ?? '']
  return page && `/admin/${page}/${encodeURIComponent(id)}`
}
