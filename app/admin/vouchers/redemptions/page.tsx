import { Panel } from '../../../../components/admin/panel.tsx'
import { RedemptionTable } from '../../../../components/admin/redemption-table.tsx'
import { Breadcrumbs } from '../../../../components/ui/breadcrumbs.tsx'
import { Pagination } from '../../../../components/ui/pagination.tsx'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { readDay, startOfDay } from '../../../../lib/reports/periods.ts'
import { day } from '../../../../lib/time/time.ts'
import { listRedemptions, listVoucherBatches } from '../../../../lib/vouchers/vouchers-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>
const pageSize = 100

/** Every use of a voucher, by batch and period. */
export default async function RedemptionsPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'see_money', path: '/admin/vouchers/redemptions' })
  const { query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'vouchersPanel')
  const admin = translate(locale, 'admin')
  const typed = { batch: query('batch') ?? '', from: readDay(query('from')) ?? '', to: readDay(query('to')) ?? '' }
  const page = Math.min(Math.max(Number.parseInt(query('p') ?? '1', 10) || 1, 1), 100_000)
  const { count, rows } = listRedemptions(
    {
      batchId: typed.batch === '' ? null : typed.batch,
      from: typed.from === '' ? 0 : startOfDay(typed.from),
      to: typed.to === '' ? Number.MAX_SAFE_INTEGER : startOfDay(typed.to) + day,
    },
    { limit: pageSize, offset: (page - 1) * pageSize },
  )
  return (
    <Panel member={member} section="vouchers" path="/admin/vouchers/redemptions" title={t('redemptions')}>
      <Breadcrumbs
        label={admin('nav.trail')}
        crumbs={[{ label: admin('vouchers.title'), href: '/admin/vouchers' }, { label: t('redemptions') }]}
      />
      <div className="panel-head">
        <h1>{t('redemptions')}</h1>
        <p className="meta">{t('redemptionsCount', { count })}</p>
      </div>
      <RedemptionFilters typed={typed} locale={locale} />
      <RedemptionTable rows={rows} locale={locale} />
      <Pagination
        page={page}
        pageCount={Math.ceil(count / pageSize)}
        hrefOf={(number) => `/admin/vouchers/redemptions?${new URLSearchParams({ ...typed, p: String(number) })}`}
        labels={{
          nav: admin('purchases.pages'),
          previous: admin('purchases.previous'),
          next: admin('purchases.next'),
          page: (number) => admin('purchases.page', { page: String(number) }),
        }}
      />
    </Panel>
  )
}

type FilterProps = Readonly<{ typed: Readonly<{ batch: string; from: string; to: string }>; locale: Locale }>

function RedemptionFilters({ typed, locale }: FilterProps) {
  const t = translate(locale, 'vouchersPanel')
  return (
    <form className="filters" method="get" action="/admin/vouchers/redemptions">
      <label>
        {t('batch')}
        <select name="batch" defaultValue={typed.batch}>
          <option value="">{t('allBatches')}</option>
          {listVoucherBatches().map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('from')}
        <input type="date" name="from" defaultValue={typed.from} />
      </label>
      <label>
        {t('to')}
        <input type="date" name="to" defaultValue={typed.to} />
      </label>
      <button type="submit" className="button button-small">
        {t('filter')}
      </button>
    </form>
  )
}
