import { Panel } from '../../../components/admin/panel.tsx'
import { accountName } from '../../../components/admin/provider-rows.tsx'
import {
  PurchaseFilters,
  type PurchaseQuery,
  purchaseKinds,
  purchaseStates,
  settlementNotes,
} from '../../../components/admin/purchase-filters.tsx'
import { PurchaseTable } from '../../../components/admin/purchase-table.tsx'
import { Pagination } from '../../../components/ui/pagination.tsx'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { readDay, startOfDay } from '../../../lib/reports/periods.ts'
import { listPurchases, type PurchaseFilter, pageSize } from '../../../lib/reports/purchase-list-queries.ts'
import { listProviderActivity } from '../../../lib/reports/state-queries.ts'
import { currentTime, day } from '../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Query = Readonly<Record<string, string | string[] | undefined>>

export default async function PurchasesPage({ searchParams }: Readonly<{ searchParams: Promise<Query> }>) {
  const typed = await searchParams
  const query = queryOf(typed)
  const page = Math.min(Math.max(Number.parseInt(text(typed['p']), 10) || 1, 1), 2000)
  const path = addressOf(query, page)
  const member = await requireStaff({ ability: 'see_money', path })
  const { locale } = member
  const t = translate(locale, 'admin')
  const { lines, count } = listPurchases(filterOf(query), page)
  const accounts = listProviderActivity(currentTime()).map((account) => ({
    id: account.id,
    label: accountName(account, locale),
  }))
  return (
    <Panel member={member} section="purchases" path={path} title={t('purchases.title')}>
      <div className="panel-head">
        <h1>{t('purchases.title')}</h1>
        <p className="meta" role="status">
          {count > 1000 ? t('purchases.countMore') : t('purchases.count', { count })}
        </p>
      </div>
      <PurchaseFilters query={query} accounts={accounts} locale={locale} />
      <PurchaseTable lines={lines} locale={locale} />
      <Pagination
        page={page}
        pageCount={Math.ceil(count / pageSize)}
        hrefOf={(number) => addressOf(query, number)}
        nextHref={count > 1000 && lines.length === pageSize ? addressOf(query, page + 1) : undefined}
        labels={{
          nav: t('purchases.pages'),
          previous: t('purchases.previous'),
          next: t('purchases.next'),
          page: (number) => t('purchases.page', { page: String(number) }),
        }}
      />
    </Panel>
  )
}

function text(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value.slice(0, 100) : ''
}

function queryOf(typed: Query): PurchaseQuery {
  return {
    q: text(typed['q']),
    state: text(typed['state']),
    kind: text(typed['kind']),
    note: text(typed['note']),
    account: text(typed['account']),
    from: readDay(text(typed['from'])) ?? '',
    to: readDay(text(typed['to'])) ?? '',
  }
}

function filterOf(query: PurchaseQuery): PurchaseFilter {
  return {
    text: query.q || undefined,
    state: purchaseStates.find((state) => state === query.state),
    kind: purchaseKinds.find((kind) => kind === query.kind),
    note: settlementNotes.find((note) => note === query.note),
    accountId: query.account || undefined,
    from: query.from ? startOfDay(query.from) : undefined,
    // The day named is included.
    to: query.to ? startOfDay(nextDay(query.to)) : undefined,
  }
}

function nextDay(from: string): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + day).toISOString().slice(0, 10)
}

function addressOf(query: PurchaseQuery, page: number): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))
  if (page > 1) search.set('p', String(page))
  const written = search.toString()
  return written ? `/admin/purchases?${written}` : '/admin/purchases'
}
