import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { timeWithZone } from '../../../../../components/checkout/checkout-words.ts'
import { PrintButton } from '../../../../../components/checkout/print-button.tsx'
import { RefundLines } from '../../../../../components/claims/refund-words.tsx'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { findRefundState } from '../../../../../lib/claims/claim-page-queries.ts'
import { findWithdrawal } from '../../../../../lib/claims/withdrawals-queries.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { findPurchase } from '../../../../../lib/purchases/purchases-queries.ts'
import '../../../../styles/claims.css'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ ref: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  return {
    title: translate(locale, 'withdrawal')('ackTitle'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  }
}

/** The acknowledgement, for whoever has its unguessable address; as it was confirmed, with what followed since. */
export default async function WithdrawalAcknowledgementPage(props: Props) {
  const { locale } = await pageVisitor(props)
  const withdrawal = findWithdrawal((await props.params).ref) ?? notFound()
  const purchase = findPurchase(withdrawal.purchaseId) ?? notFound()
  const t = translate(locale, 'withdrawal')
  const refund = findRefundState(purchase.id)
  const { ref, email, statement, answer, confirmedAt, outcome } = withdrawal
  const lang = withdrawal.locale === locale ? undefined : withdrawal.locale
  return (
    <CheckoutPage
      title={t('ackTitle')}
      intro={t('ackIntro', { date: timeWithZone(confirmedAt, locale), ref: ref.slice(0, 10) })}
    >
      <p className="statement" lang={lang}>
        {statement}
      </p>
      <Notice tone={outcome === 'refunded' ? 'ok' : 'plain'} role="status">
        <h2>{t('follows')}</h2>
        <p lang={lang}>{answer}</p>
        <RefundLines refund={refund} currency={purchase.currency} locale={locale} />
        {refund.isRefused && purchase.kind === 'top_up' ? <p>{t('refundRefused')}</p> : null}
      </Notice>
      {outcome === 'right_waived' && purchase.kind === 'reveal' ? (
        <p className="no-print">
          <a href={pathTo(locale, 'complaint')}>{t('claimLink')}</a>
        </p>
      ) : null}
      <p className="meta">{t('ackKeep', { email })}</p>
      <p className="no-print">
        <PrintButton label={t('print')} />
      </p>
    </CheckoutPage>
  )
}
