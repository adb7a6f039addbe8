import { notFound } from 'next/navigation'
import { AuditList } from '../../../../components/admin/audit-list.tsx'
import { Confirmed } from '../../../../components/admin/confirmed.tsx'
import { EntryTable } from '../../../../components/admin/entry-table.tsx'
import { moneyText, Time } from '../../../../components/admin/figures.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { RefundForm } from '../../../../components/admin/refund-form.tsx'
import { RefundRequestTable } from '../../../../components/admin/refund-request-table.tsx'
import { refundProblems } from '../../../../components/admin/refund-words.ts'
import { StoryChargeSection } from '../../../../components/admin/story-charge.tsx'
import { StorySummary } from '../../../../components/admin/story-summary.tsx'
import { Breadcrumbs } from '../../../../components/ui/breadcrumbs.tsx'
import { listAuditOf } from '../../../../lib/audit/audit-queries.ts'
import { listRefundRequestsOf } from '../../../../lib/claims/refund-requests-queries.ts'
import { refundableCharge, refundableMinor } from '../../../../lib/claims/refund-steps.ts'
import type { Flash } from '../../../../lib/http/flash.ts'
import { requireStaff, type StaffViewer } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { findPurchase } from '../../../../lib/purchases/purchases-queries.ts'
import { findPurchaseStory, type PurchaseStory } from '../../../../lib/reports/purchase-story-queries.ts'
import { findSetting } from '../../../../lib/settings/settings-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ id: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>

export default async function PurchaseStoryPage({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/admin/purchases/${encodeURIComponent(id)}`
  const member = await requireStaff({ ability: 'see_money', path })
  const story = findPurchaseStory(id)
  if (!story) notFound()
  const { locale } = member
  const { flash, query } = await staffForm(searchParams)
  const t = translate(locale, 'admin')
  const title = t('story.title', { id: id.slice(0, 10) })
  return (
    <Panel member={member} section="purchases" path={path} title={title}>
      <Breadcrumbs
        label={t('nav.trail')}
        crumbs={[{ label: t('purchases.title'), href: '/admin/purchases' }, { label: id.slice(0, 10) }]}
      />
      <div className="panel-head">
        <h1>{title}</h1>
        <p className="code">{id}</p>
      </div>
      <StorySummary purchase={story.purchase} locale={locale} />
      <section className="panel-section" aria-labelledby="charges">
        <h2 id="charges">{t('story.charges')}</h2>
        {story.charges.length === 0 ? <p className="meta">{t('story.chargesNone')}</p> : null}
        {story.charges.map((charge) => (
          <StoryChargeSection
            key={charge.id}
            charge={charge}
            callbacks={story.callbacks.filter(({ chargeId }) => chargeId === charge.id)}
            isSettling={charge.id === story.purchase.settledChargeId}
            locale={locale}
          />
        ))}
      </section>
      <section className="panel-section" aria-labelledby="entries">
        <header>
          <h2 id="entries">{t('story.entries')}</h2>
        </header>
        <EntryTable entries={story.entries} locale={locale} />
      </section>
      <Refunds story={story} member={member} flash={flash} done={query('refund')} />
      <section className="panel-section" aria-labelledby="history">
        <header>
          <h2 id="history">{t('story.history')}</h2>
        </header>
        <AuditList rows={listAuditOf(`purchase:${id}`)} locale={locale} none={t('none')} />
      </section>
    </Panel>
  )
}

function Refunds({
  story,
  member,
  flash,
  done,
}: Readonly<{ story: PurchaseStory; member: StaffViewer; flash: Flash | undefined; done: string | undefined }>) {
  const { locale } = member
  const t = translate(locale, 'panel')
  const { purchase } = story
  const sold = findPurchase(purchase.id)
  const canRefund = member.abilities.includes('move_money')
  if (purchase.kind !== 'reveal' || !sold || purchase.state !== 'settled') return null
  const requests = listRefundRequestsOf(purchase.id)
  return (
    <section className="panel-section" aria-labelledby="refunds">
      <header>
        <h2 id="refunds">{translate(locale, 'admin')('story.refunds')}</h2>
      </header>
      {done === 'refunded' || done === 'waiting' ? (
        <p className="notice notice-ok" role="status">
          {t(done === 'refunded' ? 'refunds.refunded' : 'refunds.asking')}
        </p>
      ) : null}
      <RefundsMade story={story} locale={locale} />
      {requests.length > 0 ? (
        <RefundRequestTable requests={requests} viewer={member.id} canDecide={canRefund} locale={locale} none="" />
      ) : null}
      <Confirmed flash={flash} locale={locale} />
      {canRefund ? (
        <RefundForm
          purchaseId={purchase.id}
          leftMinor={refundableMinor(sold)}
          limitMinor={findSetting('refunds').secondPersonAboveMinor}
          currency={purchase.currency}
          canAskProvider={refundableCharge(sold) !== undefined}
          values={flash?.values ?? {}}
          problems={refundProblems(flash, locale)}
          locale={locale}
        />
      ) : null}
    </section>
  )
}

function RefundsMade({ story, locale }: Readonly<{ story: PurchaseStory; locale: Locale }>) {
  const t = translate(locale, 'admin')
  if (story.refunds.length === 0) return null
  return (
    <table className="sheet">
      <tbody>
        {story.refunds.map((refund) => (
          <tr key={refund.sequence}>
            <td>
              <Time at={refund.at} locale={locale} />
            </td>
            <td>{refund.reason}</td>
            <td>{refund.destination === 'wallet' ? t('story.toWallet') : t('story.toProvider')}</td>
            <td className="num">{moneyText(refund.amountMinor, story.purchase.currency, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
