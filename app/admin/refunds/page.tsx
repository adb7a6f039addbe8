import { AskedRefundTable } from '../../../components/admin/asked-refund-table.tsx'
import { Confirmed } from '../../../components/admin/confirmed.tsx'
import { moneyText } from '../../../components/admin/figures.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { ProblemList } from '../../../components/admin/problem-list.tsx'
import { RefundRequestTable } from '../../../components/admin/refund-request-table.tsx'
import { refundProblems } from '../../../components/admin/refund-words.ts'
import { Notice } from '../../../components/ui/notice.tsx'
import { listRefundRequests } from '../../../lib/claims/refund-requests-queries.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { listAskedRefunds } from '../../../lib/reports/claims-queries.ts'
import { findSetting } from '../../../lib/settings/settings-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

/** Refunds that need a second person, and what became of the last ones. */
export default async function RefundsPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'see_money', path: '/admin/refunds' })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'panel')
  const { waiting, decided } = listRefundRequests()
  const done = (['approved', 'rejected', 'done', 'refused'] as const).find((one) => one === query('done'))
  const canDecide = member.abilities.includes('move_money')
  const limit = moneyText(findSetting('refunds').secondPersonAboveMinor, 'EUR', locale)
  return (
    <Panel member={member} section="refunds" path="/admin/refunds" title={t('refunds.title')}>
      <div className="panel-head">
        <h1>{t('refunds.title')}</h1>
        <p className="meta">{t('refunds.intro', { amount: limit })}</p>
      </div>
      {done ? (
        <Notice tone="ok" role="status">
          <p>{t(`refunds.done.${done}`)}</p>
        </Notice>
      ) : null}
      <Confirmed flash={flash} locale={locale} />
      <ProblemList problems={refundProblems(flash, locale)} />
      <section className="panel-section" aria-labelledby="waiting">
        <header>
          <h2 id="waiting">{t('refunds.waiting')}</h2>
        </header>
        <RefundRequestTable
          requests={waiting}
          viewer={member.id}
          canDecide={canDecide}
          locale={locale}
          none={t('refunds.waitingNone')}
        />
      </section>
      <section className="panel-section" aria-labelledby="asked">
        <header>
          <h2 id="asked">{t('refunds.atProvider')}</h2>
          <p className="meta">{t('refunds.atProviderIntro')}</p>
        </header>
        <AskedRefundTable refunds={listAskedRefunds()} canDecide={canDecide} locale={locale} />
      </section>
      <section className="panel-section" aria-labelledby="decided">
        <header>
          <h2 id="decided">{t('refunds.decided')}</h2>
        </header>
        <RefundRequestTable
          requests={decided}
          viewer={member.id}
          canDecide={false}
          locale={locale}
          none={t('refunds.decidedNone')}
        />
      </section>
    </Panel>
  )
}
