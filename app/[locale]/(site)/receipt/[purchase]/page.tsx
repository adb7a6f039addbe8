import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { timeWithZone } from '../../../../../components/checkout/checkout-words.ts'
import { formWords, problemsOf, titleWithError } from '../../../../../components/checkout/form-words.ts'
import { MailForm } from '../../../../../components/checkout/mail-form.tsx'
import { PrintButton } from '../../../../../components/checkout/print-button.tsx'
import { ReceiptPaper } from '../../../../../components/checkout/receipt-paper.tsx'
import { newsOf, Statements } from '../../../../../components/checkout/statements.tsx'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { findReceiptPage, type ReceiptPage } from '../../../../../lib/checkout/purchase-page-queries.ts'
import { findRefundState } from '../../../../../lib/claims/claim-page-queries.ts'
import { findClaimOfPurchase } from '../../../../../lib/claims/claims-queries.ts'
import { findWithdrawalOfPurchase } from '../../../../../lib/claims/withdrawals-queries.ts'
import { type PrivatePageProps, pageVisitor, type Visitor } from '../../../../../lib/http/page-visitor.ts'
import { contactPath, pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { findSetting } from '../../../../../lib/settings/settings-queries.ts'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ purchase: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, flash, payer } = await pageVisitor(props)
  const page = findReceiptPage((await props.params).purchase, payer.payerIds, locale)
  const t = translate(locale, 'checkout')
  const title = page?.receipt ? t('receipt.title', { number: String(page.receipt.number) }) : t('receipt.pendingTitle')
  return { title: titleWithError(title, flash, locale), robots: { index: false, follow: false } }
}

export default async function ReceiptPageRoute(props: Props) {
  const visitor = await pageVisitor(props)
  const { locale, payer } = visitor
  const page = findReceiptPage((await props.params).purchase, payer.payerIds, locale) ?? notFound()
  const t = translate(locale, 'checkout')
  const { receipt, purchase, ad } = page
  if (!receipt) {
    return (
      <CheckoutPage title={t('receipt.pendingTitle')} intro={t('receipt.pendingText')}>
        <Statements statements={page.statements} currency={purchase.currency} locale={locale} />
        <p>
          <a href={pathTo(locale, 'pay', purchase.id)}>{t('receipt.pendingLink')}</a>
        </p>
      </CheckoutPage>
    )
  }
  const news = newsOf(page.statements, true).filter(({ code }) => code !== 'open' && code !== 'topped_up')
  return (
    <CheckoutPage
      title={t('receipt.title', { number: String(receipt.number) })}
      intro={t('receipt.issued', { date: timeWithZone(receipt.issuedAt, locale) })}
      back={ad ? { href: contactPath(locale, ad.ref), label: t('receipt.back') } : undefined}
    >
      <Statements statements={news} currency={purchase.currency} locale={locale} />
      <ReceiptPaper page={page} after={afterOf(purchase.id)} publisher={findSetting('publisher')} locale={locale} />
      <div className="no-print stack">
        <p>
          <PrintButton label={t('receipt.print')} />
        </p>
        <ByMail page={page} visitor={visitor} />
      </div>
    </CheckoutPage>
  )
}

function afterOf(purchaseId: string) {
  return {
    claim: findClaimOfPurchase(purchaseId)?.state,
    withdrawal: findWithdrawalOfPurchase(purchaseId),
    askedMinor: findRefundState(purchaseId).askedMinor,
  }
}

function ByMail({ page, visitor }: Readonly<{ page: ReceiptPage; visitor: Visitor }>) {
  const { locale, flash, query } = visitor
  const t = translate(locale, 'checkout')
  return (
    <section className="stack" aria-labelledby="mail-title">
      <h2 id="mail-title">{t('receipt.mail')}</h2>
      {query('sent') === undefined ? null : (
        <Notice tone="ok" role="status">
          <p>{t('receipt.mailed')}</p>
        </Notice>
      )}
      <MailForm
        id="mail"
        action={`/api/v1/purchases/${page.purchase.id}/mail-receipt`}
        labels={{ field: t('receipt.mailField'), hint: t('receipt.mailHint'), button: t('receipt.mailButton') }}
        from={pathTo(locale, 'receipt', page.purchase.id)}
        typed={flash?.values['email'] ?? ''}
        problems={flash ? problemsOf(flash, locale) : []}
        words={formWords(locale)}
        locale={locale}
      />
    </section>
  )
}
