import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { AdRow } from '../../lib/reports/ads-table-queries.ts'
import type { TableView } from '../../lib/reports/table-view.ts'
import { type Column, DataTable } from './data-table.tsx'
import { Amount, Time } from './figures.tsx'
import { sortOf } from './table-view.ts'

const shapes = {
  pending: 'open',
  published: 'ok',
  paused: 'over',
  sold: 'over',
  expired: 'over',
  draft: 'over',
  deleted: 'over',
  refused: 'bad',
  suspended: 'bad',
} as const

export function AdStatusMark({ status, locale }: Readonly<{ status: AdRow['status']; locale: Locale }>) {
  return <span className={`mark mark-${shapes[status]}`}>{translate(locale, 'panel')(`adStatus.${status}`)}</span>
}

type Props = Readonly<{ view: TableView<AdRow>; canReview: boolean; locale: Locale }>

export function AdsTable({ view, canReview, locale }: Props) {
  const t = translate(locale, 'panel')
  const { rows, count, isMore } = view.page
  return (
    <>
      <DataTable
        columns={columnsOf(view, locale)}
        rows={rows}
        keyOf={({ ref }) => ref}
        isDense={view.query.isDense}
        ticks={
          canReview
            ? {
                form: 'bulk',
                prefix: 'ad_',
                labelOf: ({ ref }) => t('table.tick', { label: ref }),
                label: t('table.ticks'),
              }
            : undefined
        }
        caption={t('ads.title')}
        none={<p>{t('table.none')}</p>}
      />
      {canReview && rows.length > 0 ? (
        <form id="bulk" method="post" action="/api/v1/admin/ads/review" className="bulk-bar">
          <input type="hidden" name="query" value={view.search} />
          <input type="hidden" name="from" value={view.path} />
          {isMore ? null : (
            <label className="check">
              <input type="checkbox" name="all" value="1" />
              {t('table.allOf', { count })}
            </label>
          )}
          <button type="submit" className="button button-quiet button-small">
            {t('ads.review')}
          </button>
        </form>
      ) : null}
    </>
  )
}

function columnsOf(view: TableView<AdRow>, locale: Locale): readonly Column<AdRow>[] {
  const t = translate(locale, 'panel')
  const dash = translate(locale, 'admin')('noDash')
  return [
    {
      name: 'ref',
      label: t('csv.ref'),
      isHead: true,
      cell: ({ ref }) => (
        <a className="code whole" href={`/admin/ads/${ref}`}>
          {ref}
        </a>
      ),
    },
    {
      name: 'title',
      label: t('csv.title'),
      sort: sortOf('title', view),
      isWide: true,
      cell: ({ title, placeName, advertiserName }) => (
        <>
          {title}
          <span className="before">
            {placeName} · {advertiserName}
          </span>
        </>
      ),
    },
    {
      name: 'status',
      label: t('csv.status'),
      cell: ({ status, caseId }) => (
        <>
          <AdStatusMark status={status} locale={locale} />
          {caseId ? (
            <span className="before">
              <a href={`/admin/moderation?case=${caseId}`}>{t('ads.waiting')}</a>
            </span>
          ) : null}
        </>
      ),
    },
    {
      name: 'price',
      label: t('csv.price'),
      isFigure: true,
      sort: sortOf('price', view),
      cell: ({ priceMinor, currency }) =>
        priceMinor === null ? dash : <Amount minor={priceMinor} currency={currency} locale={locale} />,
    },
    {
      name: 'contactPrice',
      label: t('csv.contactPrice'),
      isFigure: true,
      cell: ({ revealMinor, currency }) =>
        revealMinor === 0 ? dash : <Amount minor={revealMinor} currency={currency} locale={locale} />,
    },
    {
      name: 'unlocks',
      label: t('csv.unlocks'),
      isFigure: true,
      sort: sortOf('unlocks', view),
      cell: ({ unlocks, ref }) =>
        unlocks === 0 ? dash : <a href={`/admin/purchases?ad=${ref}&state=settled`}>{unlocks}</a>,
    },
    {
      name: 'published',
      label: t('csv.published'),
      sort: sortOf('when', view),
      cell: ({ publishedAt }) => <Time at={publishedAt} locale={locale} />,
    },
    {
      name: 'expires',
      label: t('csv.expires'),
      sort: sortOf('expires', view),
      cell: ({ expiresAt }) => <Time at={expiresAt} locale={locale} />,
    },
  ]
}
