import type { Metadata } from 'next'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { CodeForm } from '../../../../components/checkout/code-form.tsx'
import { type FormProblem, formWords, problemsOf, titleWithError } from '../../../../components/checkout/form-words.ts'
import { RecoveryForm } from '../../../../components/checkout/recovery-form.tsx'
import { findPurchasePage, listAccess } from '../../../../lib/checkout/purchase-page-queries.ts'
import { type PrivatePageProps, pageVisitor, type Visitor } from '../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { newPublicId } from '../../../../lib/ids/ids.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  const title = translate(locale, 'access')('codeTitle')
  return { title: titleWithError(title, flash, locale), robots: { index: false, follow: false } }
}

export default async function CodePage(props: PrivatePageProps) {
  const visitor = await pageVisitor(props)
  const { locale, flash } = visitor
  const t = translate(locale, 'access')
  const problems = flash ? problemsOf(flash, locale) : []
  return (
    <CheckoutPage title={t('codeTitle')} intro={t('codeIntro')}>
      <div className="choices">
        <section aria-labelledby="heard">
          <h2 id="heard">{t('heard')}</h2>
          <p>{t('heardText')}</p>
          <HeardCodes visitor={visitor} problems={problems} />
        </section>
        <section aria-labelledby="receipt-code">
          <h2 id="receipt-code">{t('receiptCode')}</h2>
          <p>{t('receiptCodeText')}</p>
          <RecoveryForm
            once={newPublicId()}
            from={pathTo(locale, 'code')}
            typed={flash?.values['recovery'] ?? ''}
            problems={flash?.values['form'] === 'recover' ? problems : []}
            words={formWords(locale)}
            locale={locale}
          />
        </section>
        <section aria-labelledby="voucher-code">
          <h2 id="voucher-code">{t('voucherCode')}</h2>
          <p>{t('voucherCodeText')}</p>
          <p>
            <a href={pathTo(locale, 'voucher')}>{t('voucherLink')}</a>
          </p>
        </section>
      </div>
    </CheckoutPage>
  )
}

/** A form for every call of this browser whose code may still come. */
function HeardCodes({ visitor, problems }: Readonly<{ visitor: Visitor; problems: readonly FormProblem[] }>) {
  const { locale, payer, flash } = visitor
  const t = translate(locale, 'access')
  const waiting = listAccess(payer.payerIds, locale)
    .filter(({ purchase, isUnlocked }) => purchase.state !== 'settled' && !isUnlocked)
    .slice(0, 20)
    .map(({ purchase }) => findPurchasePage(purchase.id, payer.payerIds, locale))
    .filter((page) => page?.charge?.takesCode && page.charge.opening !== undefined)
  if (waiting.length === 0) return <p className="meta">{t('heardNone')}</p>
  return waiting.map((page) =>
    page ? (
      <div key={page.purchase.id} className="stack">
        <h3>{page.ad ? t('heardFor', { ref: page.ad.ref }) : t('heardTopUp')}</h3>
        <CodeForm
          purchaseId={page.purchase.id}
          labels={{ field: t('heard'), button: t('heardButton') }}
          from={pathTo(locale, 'code')}
          problems={flash?.values['form'] === `heard-${page.purchase.id}` ? problems : []}
          words={formWords(locale)}
          locale={locale}
        />
      </div>
    ) : null,
  )
}
