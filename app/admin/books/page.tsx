import { BalanceTable } from '../../../components/admin/balance-table.tsx'
import { BooksExport, BooksFilters } from '../../../components/admin/books-tools.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { VatTable } from '../../../components/admin/vat-table.tsx'
import { Pagination } from '../../../components/ui/pagination.tsx'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { listVat } from '../../../lib/reports/books-export-queries.ts'
import { listAccountsOfKind, listTrialBalance, listTrialBalanceAt } from '../../../lib/reports/books-queries.ts'
import { dayText, readDay, startOfDay } from '../../../lib/reports/periods.ts'
import { findSetting } from '../../../lib/settings/settings-queries.ts'
import { currentTime, day } from '../../../lib/time/time.ts'

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
  const books = translate(locale, 'booksPanel')
  const days = daysOf(query)
  const isToday = days.on === dayText(currentTime())
  const rows = kind
    ? listAccountsOfKind(kind, { limit: pageSize, offset: (page - 1) * pageSize })
    : isToday
      ? listTrialBalance()
      : listTrialBalanceAt(endOf(days.on))
  const currencies = [...new Set(rows.map(({ currency }) => currency))]
  return (
    <Panel member={member} section="books" path={path} title={t('books.title')}>
      <div className="panel-head">
        <h1>{t('books.title')}</h1>
        <p className="meta">{kind ? t('books.all') : t('books.intro')}</p>
      </div>
      {kind ? null : <BooksFilters days={days} months={lastMonths()} locale={locale} />}
      {kind || isToday ? null : <p className="meta">{books('asOf', { date: days.on })}</p>}
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
      {kind ? null : (
        <>
          <section className="panel-section" aria-labelledby="vat">
            <header>
              <h2 id="vat">{books('vat')}</h2>
              <p className="meta">{books('vatHint', { from: days.from, to: days.to })}</p>
            </header>
            <VatTable lines={listVat({ from: startOfDay(days.from), to: endOf(days.to) })} locale={locale} />
          </section>
          <section className="panel-section" aria-labelledby="exports">
            <header>
              <h2 id="exports">{books('exports')}</h2>
              <p className="meta">{books('exportsHint')}</p>
            </header>
            <BooksExport days={days} hasSiret={/\d{9}/.test(siretDigits())} locale={locale} />
          </section>
        </>
      )}
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

/** The day the balance is for, and the period of the tax: this month unless another is asked for. */
function daysOf(query: Query): Readonly<{ on: string; from: string; to: string }> {
  const today = dayText(currentTime())
  const read = (key: string) => readDay(typeof query[key] === 'string' ? query[key] : undefined)
  return { on: read('on') ?? today, from: read('from') ?? `${today.slice(0, 7)}-01`, to: read('to') ?? today }
}

/** The first moment after a day. */
function endOf(text: string): number {
  return startOfDay(dayText(startOfDay(text) + day + day / 2))
}

/** This month and the eleven before it, as `2026-11`. */
function lastMonths(): readonly string[] {
  const [year = 0, month = 1] = dayText(currentTime()).split('-').map(Number)
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 15)).toISOString().slice(0, 7),
  )
}

function siretDigits(): string {
  return findSetting('publisher').siret.replace(/\D/g, '')
}
