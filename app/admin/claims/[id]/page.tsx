import { notFound } from 'next/navigation'
import { AuditList } from '../../../../components/admin/audit-list.tsx'
import { ClaimDecision } from '../../../../components/admin/claim-decision.tsx'
import { ClaimMark } from '../../../../components/admin/claim-table.tsx'
import { Confirmed } from '../../../../components/admin/confirmed.tsx'
import { type Fact, FactList } from '../../../../components/admin/fact-list.tsx'
import { moneyText, Time, timeText } from '../../../../components/admin/figures.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { claimProblems } from '../../../../components/claims/claim-form-words.ts'
import { Breadcrumbs } from '../../../../components/ui/breadcrumbs.tsx'
import { listAuditOf } from '../../../../lib/audit/audit-queries.ts'
import { findRefundState } from '../../../../lib/claims/claim-page-queries.ts'
import { needsSecondPerson } from '../../../../lib/claims/refund-requests.ts'
import { refundableCharge } from '../../../../lib/claims/refund-steps.ts'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { findPurchase } from '../../../../lib/purchases/purchases-queries.ts'
import { type ClaimLine, findClaimBackground, findClaimLine } from '../../../../lib/reports/claims-queries.ts'
import { findSetting } from '../../../../lib/settings/settings-queries.ts'
import '../../../styles/claims.css'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ id: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>

export default async function ClaimDetailPage({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/admin/claims/${encodeURIComponent(id)}`
  const member = await requireStaff({ ability: 'see_money', path })
  const { flash } = await staffForm(searchParams)
  const line = findClaimLine(id) ?? notFound()
  const { locale } = member
  const t = translate(locale, 'claims')
  const title = t('admin.detailTitle', { ref: line.adRef })
  return (
    <Panel member={member} section="claims" path={path} title={title}>
      <Breadcrumbs
        label={translate(locale, 'admin')('nav.trail')}
        crumbs={[{ label: t('admin.title'), href: '/admin/claims' }, { label: line.adRef }]}
      />
      <div className="panel-head">
        <h1>{title}</h1>
        <p className="meta">{line.adTitle}</p>
      </div>
      <FactList facts={factsOf(line, locale)} />
      {line.state === 'open' ? (
        <section className="panel-section" aria-labelledby="decide">
          <header>
            <h2 id="decide">{t('admin.decide')}</h2>
          </header>
          <Confirmed flash={flash} locale={locale} />
          {member.abilities.includes('answer_claims') ? (
            <ClaimDecision
              claimId={line.id}
              typed={flash?.values['answer'] ?? ''}
              problems={claimProblems(flash, locale)}
              canProviderRefund={canProviderRefund(line)}
              secondPersonAbove={secondPersonAbove(line, locale)}
              locale={locale}
            />
          ) : (
            <p className="meta">{t('admin.readOnly')}</p>
          )}
        </section>
      ) : null}
      <section className="panel-section" aria-labelledby="history">
        <header>
          <h2 id="history">{t('admin.history')}</h2>
        </header>
        <AuditList rows={listAuditOf(`claim:${id}`)} locale={locale} none={translate(locale, 'admin')('none')} />
      </section>
    </Panel>
  )
}

function canProviderRefund(line: ClaimLine): boolean {
  const purchase = findPurchase(line.purchaseId)
  return purchase !== undefined && refundableCharge(purchase) !== undefined
}

function secondPersonAbove(line: ClaimLine, locale: Locale): string | undefined {
  const { secondPersonAboveMinor } = findSetting('refunds')
  const { priceMinor, refundedMinor, currency } = line
  const amountMinor = priceMinor - refundedMinor
  return needsSecondPerson({ amountMinor, refundedMinor }, secondPersonAboveMinor)
    ? moneyText(secondPersonAboveMinor, currency, locale)
    : undefined
}

function factsOf(line: ClaimLine, locale: Locale): readonly Fact[] {
  const t = translate(locale, 'claims')
  const known = findClaimBackground(line.id)
  const moment = (at: number | null | undefined, otherwise: string) => (at ? timeText(at, locale) : otherwise)
  return [
    [t('admin.state'), <ClaimMark key="state" line={line} locale={locale} />],
    [t('admin.reason'), t(`reason.${line.reason}`)],
    [t('admin.detail'), line.detail],
    [t('admin.filed'), <Time key="filed" at={line.createdAt} locale={locale} />],
    [t('admin.answer'), line.answer],
    [t('admin.price'), moneyText(line.priceMinor, line.currency, locale)],
    [t('admin.refundState'), refundText(line, locale)],
    [t('admin.shown'), moment(known?.firstShownAt, t('admin.neverShown'))],
    [t('admin.sold'), moment(known?.soldAt, t('admin.notSold'))],
    [t('admin.confirmed'), moment(known?.confirmedAt, '')],
    [t('admin.doubted'), moment(known?.doubtedAt, t('admin.notDoubted'))],
    [
      t('admin.seller'),
      known ? `${known.advertiserName} · ${sellerText(line, { hasAccount: known.hasAccount === 1, locale })}` : '',
    ],
    [
      t('admin.others'),
      known
        ? t('admin.othersValue', {
            open: known.othersOpen,
            refunded: known.othersRefunded,
            rejected: known.othersRejected,
          })
        : '',
    ],
    [
      t('admin.payer'),
      known ? t('admin.payerValue', { bought: known.bought, claims: known.claims, refunded: known.refunded }) : '',
    ],
    [
      t('admin.purchase'),
      <a key="purchase" href={`/admin/purchases/${encodeURIComponent(line.purchaseId)}`}>
        {t('admin.purchaseLink')}
      </a>,
    ],
  ]
}

function refundText(line: ClaimLine, locale: Locale): string {
  const t = translate(locale, 'claims')
  const { askedMinor } = findRefundState(line.purchaseId)
  if (askedMinor !== undefined) return t('admin.refundAsking')
  if (line.refundedMinor === 0) return t('admin.refundNone')
  return t('admin.refundDone', { amount: moneyText(line.refundedMinor, line.currency, locale) })
}

function sellerText(
  line: ClaimLine,
  { hasAccount, locale }: Readonly<{ hasAccount: boolean; locale: Locale }>,
): string {
  const t = translate(locale, 'claims')
  if (!hasAccount) return t('admin.sellerNone')
  if (line.sellerAnswer === 'still_good') return t('admin.sellerGood')
  if (line.sellerAnswer === 'no_longer') return t('admin.sellerNo')
  if (line.sellerUntil === null) return t('admin.sellerNotAsked')
  return t('admin.sellerAsked', { date: timeText(line.sellerUntil, locale) })
}
