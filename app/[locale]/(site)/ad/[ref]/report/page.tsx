import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CheckoutPage } from '../../../../../../components/checkout/checkout-page.tsx'
import { titleWithError } from '../../../../../../components/checkout/form-words.ts'
import { problemsOf } from '../../../../../../components/notices/form-problems.ts'
import { ReportForm } from '../../../../../../components/notices/report-form.tsx'
import { isPublic } from '../../../../../../lib/ads/ads.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../../../lib/http/page-visitor.ts'
import { adPath, reportPath } from '../../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { newPublicId } from '../../../../../../lib/ids/ids.ts'
import { noticeReasons } from '../../../../../../lib/moderation/moderation.ts'
import { findReportedAd } from '../../../../../../lib/moderation/notices-queries.ts'
import { slugOf } from '../../../../../../lib/text/text.ts'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ ref: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  const ref = (await props.params).ref.toUpperCase()
  const title = translate(locale, 'notices')('title', { ref })
  return { title: titleWithError(title, flash, locale), robots: { index: false, follow: false } }
}

export default async function ReportPage(props: Props) {
  const { locale, flash } = await pageVisitor(props)
  const ad = findReportedAd((await props.params).ref.toUpperCase())
  if (!ad || !isPublic(ad.status)) notFound()
  const t = translate(locale, 'notices')
  const isForeign = ad.sourceLocale !== locale
  return (
    <CheckoutPage
      title={t('title', { ref: ad.ref })}
      back={{ href: adPath(locale, { ref: ad.ref, slug: slugOf(ad.title) }), label: t('back') }}
      intro={
        <>
          <p lang={isForeign ? ad.sourceLocale : undefined}>{ad.title}</p>
          <p>{t('lead')}</p>
        </>
      }
    >
      <ReportForm
        reasons={noticeReasons}
        adRef={ad.ref}
        once={newPublicId()}
        from={reportPath(locale, ad.ref)}
        values={flash?.values ?? {}}
        problems={problemsOf(flash, locale)}
        locale={locale}
      />
    </CheckoutPage>
  )
}
