import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { AuditRow } from '../../lib/reports/audit-table-queries.ts'
import type { TableView } from '../../lib/reports/table-view.ts'
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
      cell: ({ actor, actorName }) => <a href={only('actor', actor)}>{actorName ?? actor}</a>,
    },
    {
      name: 'action',
      label: t('csv.action'),
      cell: ({ action }) => (
        <a className="code whole" href={only('action', action)}>
          {action}
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
      cell: ({ detail }) => <Detail detail={detail} locale={locale} />,
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

type Change = Readonly<{
  before?: Readonly<Record<string, unknown>>
  after?: Readonly<Record<string, unknown>>
  reason?: unknown
}>

/** What was changed, field by field, where it is a change; else what was noted. */
function Detail({ detail, locale }: Readonly<{ detail: string | null; locale: Locale }>) {
  if (detail === null || detail === 'null') return null
  const read = JSON.parse(detail) as Change
  const isChange = typeof read.before === 'object' && typeof read.after === 'object' && read.before !== null
  if (!isChange || !read.before || !read.after) return <span className="code">{detail}</span>
  const t = translate(locale, 'panel')
  const { before, after } = read
  return (
    <ul className="changes">
      {Object.keys({ ...before, ...after }).map((name) => (
        <li key={name}>
          <span className="code">{name}</span> <span className="hidden-text">{t('audit.before')}</span>
          <del>{written(before[name])}</del> → <span className="hidden-text">{t('audit.after')}</span>
          <ins>{written(after[name])}</ins>
        </li>
      ))}
      {typeof read.reason === 'string' ? <li>{read.reason}</li> : null}
    </ul>
  )
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
