import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { PurchaseLine } from '../../lib/reports/purchases-table-queries.ts'
import type { TableView } from '../../lib/reports/table-view.ts'
import { type Column, DataTable } from './data-table.tsx'
import { Amount, Time } from './figures.tsx'
import { StateMark } from './state-mark.tsx'
import { sortOf } from './table-view.ts'

export function PurchaseTable({ view, locale }: Readonly<{ view: TableView<PurchaseLine>; locale: Locale }>) {
  const t = translate(locale, 'admin')
  return (
    <DataTable
      columns={columnsOf(view, locale)}
      rows={view.page.rows}
      keyOf={({ id }) => id}
      isDense={view.query.isDense}
      caption={t('purchases.title')}
      none={<p>{t('purchases.none')}</p>}
    />
  )
}

function columnsOf(view: TableView<PurchaseLine>, locale: Locale): readonly Column<PurchaseLine>[] {
  return [...factColumns(view, locale), ...moneyColumns(view, locale)]
}

function factColumns(view: TableView<PurchaseLine>, locale: Locale): readonly Column<PurchaseLine>[] {
  const t = translate(locale, 'admin')
  return [
    {
      name: 'when',
      label: t('purchases.when'),
      sort: sortOf('when', view),
      cell: ({ settledAt, createdAt }) => <Time at={settledAt ?? createdAt} locale={locale} />,
    },
    {
      name: 'purchase',
      label: t('purchases.purchase'),
      isHead: true,
      cell: ({ id }) => (
        <a className="code" href={`/admin/purchases/${encodeURIComponent(id)}`}>
          {id.slice(0, 10)}
        </a>
      ),
    },
    {
      name: 'state',
      label: t('purchases.stateLabel'),
      cell: ({ state, note }) => <StateMark state={state} note={note} locale={locale} />,
    },
    {
      name: 'subject',
      label: t('purchases.subject'),
      cell: ({ kind, adRef }) => (
        <>
          {t(`kind.${kind}`)}{' '}
          {adRef ? (
            <a className="code" href={`/admin/ads/${adRef}`}>
              {adRef}
            </a>
          ) : null}
        </>
      ),
    },
    {
      name: 'account',
      label: t('purchases.accountLabel'),
      cell: ({ rail, attempts }) => (
        <>
          {rail ? t(`rail.${rail}`) : t('noDash')}
          {attempts > 1 ? <span className="before">{t('purchases.attempts', { count: attempts })}</span> : null}
        </>
      ),
    },
  ]
}

function moneyColumns(view: TableView<PurchaseLine>, locale: Locale): readonly Column<PurchaseLine>[] {
  const t = translate(locale, 'admin')
  const amount = (minor: number, currency: PurchaseLine['currency']) =>
    minor === 0 ? t('noDash') : <Amount minor={minor} currency={currency} locale={locale} />
  return [
    {
      name: 'receipt',
      label: t('purchases.receipt'),
      isFigure: true,
      cell: ({ receiptNumber }) => receiptNumber ?? t('noDash'),
    },
    {
      name: 'price',
      label: t('purchases.price'),
      isFigure: true,
      sort: sortOf('price', view),
      cell: ({ priceMinor, currency }) => <Amount minor={priceMinor} currency={currency} locale={locale} />,
    },
    {
      name: 'paid',
      label: t('purchases.paid'),
      isFigure: true,
      sort: sortOf('paid', view),
      cell: ({ paidMinor, currency }) => amount(paidMinor, currency),
    },
    {
      name: 'back',
      label: t('purchases.back'),
      isFigure: true,
      cell: ({ refundedMinor, reversedMinor, currency }) => amount(refundedMinor + reversedMinor, currency),
    },
  ]
}
