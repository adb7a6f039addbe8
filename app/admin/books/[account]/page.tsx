import { notFound } from 'next/navigation'
import { AccountTable } from '../../../../components/admin/account-table.tsx'
import { moneyText } from '../../../../components/admin/figures.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { Breadcrumbs } from '../../../../components/ui/breadcrumbs.tsx'
import { Pagination } from '../../../../components/ui/pagination.tsx'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { isCurrency } from '../../../../lib/money/money.ts'
import { findAccountPage } from '../../../../lib/reports/books-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ account: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>
const pageSize = 100

export default async function AccountPage({ params, searchParams }: Props) {
  const account = decodeURIComponent((await params).account)
  const query = await searchParams
  const asked = isCurrency(query['currency']) ? query['currency'] : undefined
  const own = `/admin/books/${encodeURIComponent(account)}`
  const member = await requireStaff({ ability: 'see_money', path: own })
  const page = Math.min(Math.max(Number.parseInt(String(query['p'] ?? '1'), 10) || 1, 1), 100_000)
  const found = findAccountPage(account, { currency: asked, limit: pageSize, offset: (page - 1) * pageSize })
  if (!found) notFound()
  const { locale } = member
  const t = translate(locale, 'admin')
  const { currency, balanceMinor, count, entries } = found.page
  const title = t('books.accountTitle', { account })
  return (
    <Panel member={member} section="books" path={own} title={title}>
      <Breadcrumbs
        label={t('nav.trail')}
        crumbs={[{ label: t('books.title'), href: '/admin/books' }, { label: account }]}
      />
      <div className="panel-head">
        <h1>{title}</h1>
        <p className="figure num">
          {t(balanceMinor < 0 ? 'books.credit' : 'books.debit')} {moneyText(Math.abs(balanceMinor), currency, locale)}
        </p>
      </div>
      {found.currencies.length > 1 ? (
        <nav className="tabs" aria-label={t('books.balance')}>
          {found.currencies.map((name) => (
            <a key={name} href={`${own}?currency=${name}`} aria-current={name === currency ? 'true' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      ) : null}
      <AccountTable entries={entries} currency={currency} locale={locale} />
      <Pagination
        page={page}
        pageCount={Math.ceil(count / pageSize)}
        hrefOf={(number) => `${own}?currency=${currency}&p=${number}`}
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
