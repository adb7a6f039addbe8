import { Panel } from '../../../components/admin/panel.tsx'
import { accountName } from '../../../components/admin/provider-rows.tsx'
import { PurchaseTable } from '../../../components/admin/purchase-table.tsx'
import { TablePages, TableTools } from '../../../components/admin/table-tools.tsx'
import { keptFilter, toolsOf } from '../../../components/admin/table-view.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import {
  type PurchaseLine,
  purchaseKinds,
  purchaseStates,
  purchasesTable,
  settlementNotes,
} from '../../../lib/reports/purchases-table-queries.ts'
import { listProviderActivity } from '../../../lib/reports/state-queries.ts'
import { type TableView, tablePath, viewTable } from '../../../lib/reports/table-view.ts'
import { currentTime } from '../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Search = Readonly<Record<string, string | string[] | undefined>>

export default async function PurchasesPage({ searchParams }: Readonly<{ searchParams: Promise<Search> }>) {
  const search = await searchParams
  const member = await requireStaff({ ability: 'see_money', path: tablePath(purchasesTable, search) })
  const { locale } = member
  const t = translate(locale, 'admin')
  const view = viewTable<PurchaseLine>(purchasesTable, search, member.id)
  return (
    <Panel member={member} section="purchases" path={view.path} title={t('purchases.title')}>
      <div className="panel-head">
        <h1>{t('purchases.title')}</h1>
      </div>
      <TableTools {...toolsOf(view, { filters: filtersOf(view, locale), locale })} />
      <PurchaseTable view={view} locale={locale} />
      <TablePages page={view.query.page} count={view.page} hrefOf={(page) => view.address({ page })} locale={locale} />
    </Panel>
  )
}

function filtersOf({ query }: TableView<PurchaseLine>, locale: Locale) {
  const t = translate(locale, 'admin')
  const value = (name: string) => query.filters[name] ?? ''
  const accounts = listProviderActivity(currentTime()).map((one) => [one.id, accountName(one, locale)] as const)
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) =>
    ({ kind: 'choice', name, label, value: value(name), options }) as const
  return [
    { kind: 'text', name: 'q', label: t('purchases.search'), value: value('q'), hint: t('purchases.searchHint') },
    choice(
      'state',
      t('purchases.stateLabel'),
      purchaseStates.map((state) => [state, t(`state.${state}`)]),
    ),
    choice(
      'kind',
      t('purchases.kindLabel'),
      purchaseKinds.map((kind) => [kind, t(`kind.${kind}`)]),
    ),
    choice(
      'note',
      t('purchases.noteLabel'),
      settlementNotes.map((note) => [note, t(`note.${note}`)]),
    ),
    choice('account', t('purchases.accountLabel'), accounts),
    { kind: 'day', name: 'from', label: t('purchases.from'), value: value('from') },
    { kind: 'day', name: 'to', label: t('purchases.to'), value: value('to') },
    keptFilter('ad', t('purchases.subject'), value('ad')),
    keptFilter('refunded', t('purchases.back'), value('refunded'), '>\u00a00'),
  ] as const
}
