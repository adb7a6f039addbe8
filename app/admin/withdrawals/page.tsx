import { Panel } from '../../../components/admin/panel.tsx'
import { WithdrawalTable } from '../../../components/admin/withdrawal-table.tsx'
import { Pagination } from '../../../components/ui/pagination.tsx'
import { type WithdrawalOutcome, withdrawalOutcomes } from '../../../lib/claims/withdrawals.ts'
import { countWithdrawals, listWithdrawals } from '../../../lib/claims/withdrawals-queries.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { translate } from '../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

type Query = Readonly<Record<string, string | string[] | undefined>>
const pageSize = 50

/** Everybody who withdrew through the online function, and what followed. */
export default async function WithdrawalsPage({ searchParams }: Readonly<{ searchParams: Promise<Query> }>) {
  const typed = await searchParams
  const text = (key: string) => [typed[key]].flat()[0] ?? ''
  const outcome = withdrawalOutcomes.find((one) => one === text('outcome'))
  const page = Math.min(Math.max(Number.parseInt(text('p'), 10) || 1, 1), 2000)
  const path = addressOf(outcome, page)
  const member = await requireStaff({ ability: 'see_money', path })
  const { locale } = member
  const t = translate(locale, 'withdrawal')
  const paging = translate(locale, 'admin')
  const count = countWithdrawals(outcome)
  return (
    <Panel member={member} section="withdrawals" path={path} title={t('admin.title')}>
      <div className="panel-head">
        <h1>{t('admin.title')}</h1>
        <p className="meta" role="status">
          {t('admin.count', { count })}
        </p>
      </div>
      <p>{t('admin.intro')}</p>
      <nav className="tabs my-4" aria-label={t('admin.outcome')}>
        {[undefined, ...withdrawalOutcomes].map((one) => (
          <a key={one ?? 'all'} href={addressOf(one, 1)} aria-current={one === outcome ? 'true' : undefined}>
            {one === undefined ? t('admin.all') : t(`admin.outcomes.${one}`)}
          </a>
        ))}
      </nav>
      <WithdrawalTable
        lines={listWithdrawals({ outcome, limit: pageSize, offset: (page - 1) * pageSize })}
        locale={locale}
      />
      <Pagination
        page={page}
        pageCount={Math.ceil(count / pageSize)}
        hrefOf={(number) => addressOf(outcome, number)}
        labels={{
          nav: paging('purchases.pages'),
          previous: paging('purchases.previous'),
          next: paging('purchases.next'),
          page: (number) => paging('purchases.page', { page: String(number) }),
        }}
      />
      <form method="post" action="/api/v1/admin/exports" className="my-4">
        <input type="hidden" name="table" value="withdrawals" />
        <input type="hidden" name="query" value={outcome ? `outcome=${outcome}` : ''} />
        <input type="hidden" name="from" value={path} />
        <button type="submit" className="button button-quiet button-small" disabled={count === 0}>
          {t('admin.export')}
        </button>
      </form>
    </Panel>
  )
}

function addressOf(outcome: WithdrawalOutcome | undefined, page: number): string {
  const search = new URLSearchParams()
  if (outcome) search.set('outcome', outcome)
  if (page > 1) search.set('p', String(page))
  const written = search.toString()
  return written ? `/admin/withdrawals?${written}` : '/admin/withdrawals'
}
