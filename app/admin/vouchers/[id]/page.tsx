import { notFound } from 'next/navigation'
import { FactList } from '../../../../components/admin/fact-list.tsx'
import { moneyText, timeText } from '../../../../components/admin/figures.tsx'
import { FormProblems, formState, PanelForm, TextInput } from '../../../../components/admin/form-kit.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { RedemptionTable } from '../../../../components/admin/redemption-table.tsx'
import { batchState, unusedMinor } from '../../../../components/admin/voucher-batches.tsx'
import { Breadcrumbs } from '../../../../components/ui/breadcrumbs.tsx'
import { Notice } from '../../../../components/ui/notice.tsx'
import type { Flash } from '../../../../lib/http/flash.ts'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { canStaff } from '../../../../lib/members/member.ts'
import { formatDate } from '../../../../lib/time/format-time.ts'
import { currentTime } from '../../../../lib/time/time.ts'
import { findIssuedCodes } from '../../../../lib/vouchers/issued-codes.ts'
import { findVoucherBatch, listRedemptions, type VoucherBatch } from '../../../../lib/vouchers/vouchers-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<{ id: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>

/** One batch: its sheet while the codes are known, what was used, and the end of it. */
export default async function VoucherBatchPage({ params, searchParams }: Props) {
  const { id } = await params
  const own = `/admin/vouchers/${encodeURIComponent(id)}`
  const member = await requireStaff({ ability: 'see_money', path: own })
  const { flash, query } = await staffForm(searchParams)
  const batch = findVoucherBatch(id)
  if (!batch) notFound()
  const { locale } = member
  const t = translate(locale, 'vouchersPanel')
  const now = currentTime()
  const issued = findIssuedCodes(id, { memberId: member.id, now })
  const uses = listRedemptions({ batchId: id, from: 0, to: now + 1 }, { limit: 100, offset: 0 })
  const canMove = canStaff(member.staffRole, 'move_money')
  return (
    <Panel member={member} section="vouchers" path={own} title={batch.label}>
      <Breadcrumbs
        label={translate(locale, 'admin')('nav.trail')}
        crumbs={[
          { label: translate(locale, 'admin')('vouchers.title'), href: '/admin/vouchers' },
          { label: batch.label },
        ]}
      />
      <div className="panel-head">
        <h1>{batch.label}</h1>
      </div>
      {query('done') === 'revoked' ? (
        <Notice tone="ok" role="status">
          <p>{t('revoked', { count: Number(query('n')) || 0 })}</p>
        </Notice>
      ) : null}
      {canMove && batch.state === 'active' ? <SheetNotice id={id} until={issued?.until} locale={locale} /> : null}
      <BatchFacts batch={batch} locale={locale} now={now} />
      <section className="panel-section" aria-labelledby="uses">
        <header>
          <h2 id="uses">{t('redemptions')}</h2>
          <p className="meta">{t('redemptionsCount', { count: uses.count })}</p>
          {uses.count > 100 ? <a href={`/admin/vouchers/redemptions?batch=${id}`}>{t('all')}</a> : null}
        </header>
        <RedemptionTable rows={uses.rows} locale={locale} />
      </section>
      {canMove && batch.state === 'active' ? (
        <Revocation batch={batch} own={own} flash={flash} locale={locale} />
      ) : null}
    </Panel>
  )
}

function SheetNotice({ id, until, locale }: Readonly<{ id: string; until: number | undefined; locale: Locale }>) {
  const t = translate(locale, 'vouchersPanel')
  if (until === undefined) {
    return (
      <Notice>
        <p>{t('sheetGone')}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="ok" role="status">
      <p>
        <strong>{t('issued')}</strong> {t('sheetUntil', { time: timeText(until, locale) })}
      </p>
      <p>
        <a className="button" href={`/api/v1/admin/vouchers/${id}/sheet`} download>
          {t('sheet')}
        </a>
      </p>
    </Notice>
  )
}

function BatchFacts({ batch, locale, now }: Readonly<{ batch: VoucherBatch; locale: Locale; now: number }>) {
  const t = translate(locale, 'vouchersPanel')
  const admin = translate(locale, 'admin')
  const { currency, faceMinor, count, redeemed } = batch
  return (
    <FactList
      facts={[
        [admin('vouchers.state'), admin(`vouchers.${batchState(batch, now)}`)],
        [admin('vouchers.face'), moneyText(faceMinor, currency, locale)],
        [admin('vouchers.count'), String(count)],
        [admin('vouchers.redeemed'), String(redeemed)],
        [t('value'), moneyText(unusedMinor(batch), currency, locale)],
        [t('reseller'), batch.reseller ?? t('noReseller')],
        [admin('vouchers.issued'), timeText(batch.issuedAt, locale)],
        [admin('vouchers.expires'), formatDate(batch.expiresAt, locale)],
        ...(batch.revokedAt === null ? [] : [[admin('vouchers.revoked'), timeText(batch.revokedAt, locale)] as const]),
      ]}
    />
  )
}

type RevocationProps = Readonly<{ batch: VoucherBatch; own: string; flash: Flash | undefined; locale: Locale }>

function Revocation({ batch, own, flash, locale }: RevocationProps) {
  const t = translate(locale, 'vouchersPanel')
  const state = formState(flash, { locale, form: 'revoke' })
  const value = moneyText(unusedMinor(batch), batch.currency, locale)
  return (
    <section className="panel-section" aria-labelledby="revoke">
      <header>
        <h2 id="revoke">{t('revoke')}</h2>
        <p className="meta">{t('revokeHint', { count: batch.count - batch.redeemed, value })}</p>
      </header>
      <PanelForm action={`/api/v1/admin/vouchers/${batch.id}/revoke`} from={`${own}`} form="revoke">
        <FormProblems state={state} labels={{ reason: t('reason') }} />
        <TextInput state={state} name="reason" label={t('reason')} maxLength={300} required className="span" />
        <p className="form-actions">
          <button type="submit" className="button button-quiet">
            {t('revokeButton')}
          </button>
        </p>
      </PanelForm>
    </section>
  )
}
