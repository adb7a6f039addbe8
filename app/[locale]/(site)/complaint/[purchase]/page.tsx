import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { ClaimStatus } from '../../../../../components/claims/claim-status.tsx'
import { findClaimPage } from '../../../../../lib/claims/claim-page-queries.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../../lib/http/page-visitor.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { findSetting } from '../../../../../lib/settings/settings-queries.ts'
import '../../../../styles/claims.css'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ purchase: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  return { title: translate(locale, 'claims')('status.title'), robots: { index: false, follow: false } }
}

/** The unguessable id of the purchase is what opens it: a claim can be made, and followed, without the device. */
export default async function ClaimStatusPage(props: Props) {
  const { locale } = await pageVisitor(props)
  const page = findClaimPage((await props.params).purchase, locale) ?? notFound()
  const t = translate(locale, 'claims')
  const { email, phone } = findSetting('publisher')
  return (
    <CheckoutPage title={t('status.title')} intro={t('status.about', { ref: page.ad.ref, title: page.ad.title })}>
      {page.claim ? (
        <ClaimStatus page={page} claim={page.claim} contact={email || phone} locale={locale} />
      ) : (
        <p>{t('status.none')}</p>
      )}
    </CheckoutPage>
  )
}
