import { BalanceTable } from '../../../components/admin/balance-table.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { Pagination } from '../../../components/ui/pagination.tsx'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { listAccountsOfKind, listTrialBalance } from '../../../lib/reports/books-queries.ts'

export const dynamic = 'force-dynamic'

type Query = Readonly<Record<string, string | string[] | undefined>>
const pageSize = 100

export default async function BooksPage({ searchParams }: Readonly<{ searchParams: Promise<Query> }>) {
  const query = await searchParams
  const kind = typeof query['kind'] === 'string' && /^[a-z]{1,20}$/.test(query['kind']) ? query['kind'] : undefined
  const page = Math.min(Math.max(Number.parseInt(String(query['p'] ?? '1'), 10) || 1, 1), 10_000)
  const path = kind ? `/admin/books?kind=${kind}` : '/admin/books'
  const member = await requireStaff({ ability: 'see_money', path })
  const { locale } = member
  const t = translate(locale, 'admin')
  const rows = kind ? listAccountsOfKind(kind, { limit: pageSize, offset: (page - 1) * pageSize }) : listTrialBalance()
  const currencies = [...new Set(rows.map(({ currency }) => currency))]
  return (
    <Panel member={member} section="books" path={path} title={t('books.title')}>
      <div className="panel-head">
        <h1>{t('books.title')}</h1>
        <p className="meta">{kind ? t('books.all') : t('books.intro')}</p>
      </div>
      {rows.length === 0 ? <p className="meta">{t('books.none')}</p> : null}
      {currencies.map((currency) => (
        <section key={currency} className="panel-section" aria-label={currency}>
          <BalanceTable
            rows={rows.filter((row) => row.currency === currency)}
            currency={currency}
            isWhole={kind === undefined}
            locale={locale}
          />
        </section>
      ))}
      {kind ? (
        <Pagination
          page={page}
          pageCount={0}
          hrefOf={(number) => `/admin/books?kind=${kind}&p=${number}`}
          nextHref={rows.length === pageSize ? `/admin/books?kind=${kind}&p=${page + 1}` : undefined}
          labels={{
            nav: t('purchases.pages'),
            previous: t('purchases.previous'),
            next: t('purchases.next'),
            page: (number) => t('purchases.page', { page: String(number) }),
          }}
        />
      ) : null}
    </Panel>
  )
}
