import type { ClaimPage } from '../../lib/claims/claim-page-queries.ts'
import type { Claim } from '../../lib/claims/claims-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { timeWithZone } from '../checkout/checkout-words.ts'
import { Notice } from '../ui/notice.tsx'
import { RefundLines } from './refund-words.tsx'

type Props = Readonly<{ page: ClaimPage; claim: Claim; contact: string; locale: Locale }>

/** Where a claim stands, why, and what the books hold of its refund. */
export function ClaimStatus({ page, claim, contact, locale }: Props) {
  const t = translate(locale, 'claims')
  const { refund, purchase } = page
  const tone = claim.state === 'refunded' ? 'ok' : claim.state === 'open' ? 'plain' : 'warn'
  return (
    <>
      <Notice tone={tone} role="status">
        <h2>{t(`status.${claim.state}`)}</h2>
        <Why claim={claim} locale={locale} />
        <RefundLines refund={refund} currency={purchase.currency} locale={locale} />
        {claim.state === 'refunded' ? <p>{t(page.isOpen ? 'status.keeps' : 'status.closed')}</p> : null}
      </Notice>
      <dl className="receipt-lines">
        <div>
          <dt>{t('status.reason')}</dt>
          <dd>{t(`reason.${claim.reason}`)}</dd>
        </div>
        <div>
          <dt>{t('status.filed', { date: '' }).trim()}</dt>
          <dd>{timeWithZone(claim.createdAt, locale)}</dd>
        </div>
        {claim.decidedAt === null ? null : (
          <div>
            <dt>{t('status.decided', { date: '' }).trim()}</dt>
            <dd>{timeWithZone(claim.decidedAt, locale)}</dd>
          </div>
        )}
      </dl>
      {claim.state === 'rejected' && contact !== '' ? <p>{t('status.disagree', { contact })}</p> : null}
      <p className="access-links">
        {refund.given.some(({ destination }) => destination === 'wallet') ? (
          <a href={pathTo(locale, 'wallet')}>{t('status.wallet')}</a>
        ) : null}
        <a href={pathTo(locale, 'receipt', purchase.id)}>{t('status.receipt')}</a>
        <a href={pathTo(locale, 'ad', page.ad.ref)}>{t('status.ad')}</a>
      </p>
    </>
  )
}

function Why({ claim, locale }: Readonly<{ claim: Claim; locale: Locale }>) {
  const t = translate(locale, 'claims')
  if (claim.state === 'open' && claim.sellerAnswer === 'still_good') return <p>{t('status.stillGood')}</p>
  const own =
    claim.answer === null ? undefined : <p lang={claim.locale === locale ? undefined : claim.locale}>{claim.answer}</p>
  if (claim.state === 'open')
    return (
      <>
        {own}
        {claim.sellerUntil === null ? null : (
          <p>{t('status.until', { date: formatDate(claim.sellerUntil, locale) })}</p>
        )}
      </>
    )
  const by = claim.rule ?? (claim.decidedBy === 'seller' ? 'seller' : 'staff')
  return (
    <>
      {claim.state === 'refunded' ? <p>{t(`rule.${by}`)}</p> : null}
      {claim.rule === null ? own : null}
    </>
  )
}
