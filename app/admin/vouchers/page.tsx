import { formState } from '../../../components/admin/form-kit.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { VoucherBatches } from '../../../components/admin/voucher-batches.tsx'
import { VoucherIssue } from '../../../components/admin/voucher-issue.tsx'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { canStaff } from '../../../lib/members/member.ts'
import { currentTime } from '../../../lib/time/time.ts'
import { listResellers } from '../../../lib/vouchers/resellers-queries.ts'
import { listVoucherBatches } from '../../../lib/vouchers/vouchers-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

export default async function VouchersPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'see_money', path: '/admin/vouchers' })
  const { flash } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'admin')
  const panel = translate(locale, 'vouchersPanel')
  return (
    <Panel member={member} section="vouchers" path="/admin/vouchers" title={t('vouchers.title')}>
      <div className="panel-head">
        <h1>{t('vouchers.title')}</h1>
        <p className="meta">{t('vouchers.intro')}</p>
        <p className="form-actions">
          <a href="/admin/vouchers/redemptions">{panel('redemptions')}</a>
          <a href="/admin/vouchers/resellers">{panel('resellers')}</a>
        </p>
      </div>
      <VoucherBatches batches={listVoucherBatches()} locale={locale} now={currentTime()} />
      {canStaff(member.staffRole, 'move_money') ? (
        <section className="panel-section" aria-labelledby="issue">
          <header>
            <h2 id="issue">{panel('issue')}</h2>
            <p className="meta">{panel('issueHint')}</p>
          </header>
          <VoucherIssue
            state={formState(flash, { locale, form: 'issue' })}
            resellers={listResellers()}
            locale={locale}
          />
        </section>
      ) : null}
    </Panel>
  )
}
