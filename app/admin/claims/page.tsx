import { ClaimTable } from '../../../components/admin/claim-table.tsx'
import { ClaimTabs } from '../../../components/admin/claim-tabs.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { Notice } from '../../../components/ui/notice.tsx'
import { Pagination } from '../../../components/ui/pagination.tsx'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import {
  type ClaimPile,
  claimPageSize,
  claimPiles,
  countStuckRefunds,
  listClaimLines,
} from '../../../lib/reports/claims-queries.ts'

export const dynamic = 'force-dynamic'

type Query = Readonly<Record<string, string | string[] | undefined>>

/** What payers complain of: what waits for a person, for an advertiser, and what was decided. */
export default async function ClaimsPage({ searchParams }: Readonly<{ searchParams: Promise<Query> }>) {
  const typed = await searchParams
  const text = (key: string) => [typed[key]].flat()[0]?.slice(0, 60) ?? ''
  const pile = claimPiles.find((name) => name === text('pile')) ?? 'queue'
  const page = Math.min(Math.max(Number.parseInt(text('p'), 10) || 1, 1), 2000)
  const path = addressOf(pile, { text: text('q'), page })
  const member = await requireStaff({ ability: 'see_money', path })
  const { locale, due } = member
  const t = translate(locale, 'claims')
  const paging = translate(locale, 'admin')
  const { lines, count } = listClaimLines(pile, { text: text('q'), page })
  const stuck = countStuckRefunds()
  return (
    <Panel member={member} section="claims" path={path} title={t('admin.title')}>
      <div className="panel-head">
        <h1>{t('admin.title')}</h1>
        <p className="meta" role="status">
          {t('admin.count', { count })}
        </p>
      </div>
      <ClaimTabs current={pile} due={due} locale={locale} />
      {stuck === 0 ? null : (
        <Notice tone="warn">
          <p>{t('admin.stuck', { count: stuck })}</p>
        </Notice>
      )}
      <form className="filters" method="get" action="/admin/claims">
        <input type="hidden" name="pile" value={pile} />
        <label className="wide">
          {t('admin.search')}
          <input type="search" name="q" defaultValue={text('q')} maxLength={60} />
        </label>
        <button type="submit" className="button button-small">
          {t('admin.filter')}
        </button>
      </form>
      <ClaimTable lines={lines} locale={locale} />
      <Pagination
        page={page}
        pageCount={Math.ceil(count / claimPageSize)}
        hrefOf={(number) => addressOf(pile, { text: text('q'), page: number })}
        labels={{
          nav: paging('purchases.pages'),
          previous: paging('purchases.previous'),
          next: paging('purchases.next'),
          page: (number) => paging('purchases.page', { page: String(number) }),
        }}
      />
    </Panel>
  )
}

function addressOf(pile: ClaimPile, { text, page }: Readonly<{ text: string; page: number }>): string {
  const search = new URLSearchParams()
  if (pile !== 'queue') search.set('pile', pile)
  if (text !== '') search.set('q', text)
  if (page > 1) search.set('p', String(page))
  const written = search.toString()
  return written ? `/admin/claims?${written}` : '/admin/claims'
}
