import type { Metadata } from 'next'
import { AccessList } from '../../../../components/checkout/access-list.tsx'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { titleWithError } from '../../../../components/checkout/form-words.ts'
import { claimFormWords, claimProblems } from '../../../../components/claims/claim-form-words.ts'
import { ReceiptClaimForm } from '../../../../components/claims/receipt-claim-form.tsx'
import { listAccess } from '../../../../lib/checkout/purchase-page-queries.ts'
import { listClaimStates } from '../../../../lib/claims/claim-page-queries.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { findSetting } from '../../../../lib/settings/settings-queries.ts'
import '../../../styles/claims.css'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  const title = translate(locale, 'claims')('page.title')
  return { title: titleWithError(title, flash, locale), robots: { index: false, follow: true } }
}

export default async function ComplaintPage(props: PrivatePageProps) {
  const { locale, flash, payer, now } = await pageVisitor(props)
  const t = translate(locale, 'claims')
  const publisher = findSetting('publisher')
  const contact = [publisher.email, publisher.phone].filter(Boolean).join(', ')
  const bought = listAccess(payer.payerIds, locale)
  const claims = listClaimStates(
    bought.map(({ purchase }) => purchase),
    now,
  )
  const rows = bought.filter(({ purchase }) => claims.has(purchase.id))
  return (
    <CheckoutPage title={t('page.title')} intro={t('page.intro')}>
      {rows.length === 0 ? null : (
        <section className="stack" aria-labelledby="device-title">
          <div>
            <h2 id="device-title">{t('page.onDevice')}</h2>
            <p className="meta">{t('page.onDeviceText')}</p>
          </div>
          <AccessList rows={rows} claims={claims} locale={locale} now={now} />
        </section>
      )}
      <section className="stack" aria-labelledby="receipt-title">
        <h2 id="receipt-title">{t('form.elsewhere')}</h2>
        <ReceiptClaimForm
          from={pathTo(locale, 'complaint')}
          values={flash?.values ?? {}}
          problems={claimProblems(flash, locale)}
          words={claimFormWords(locale)}
          locale={locale}
        />
      </section>
      {contact === '' ? null : <p className="meta">{t('page.contact', { contact })}</p>}
    </CheckoutPage>
  )
}
