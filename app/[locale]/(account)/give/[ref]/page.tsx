import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { problemsOf, titleWithError } from '../../../../../components/checkout/form-words.ts'
import { ServicePay } from '../../../../../components/posting/service-pay.tsx'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { isPublic } from '../../../../../lib/ads/ads.ts'
import { findAdServicePage, isGiveKey } from '../../../../../lib/checkout/ad-service-page-queries.ts'
import { adServiceKinds } from '../../../../../lib/checkout/ad-services.ts'
import { findLastRail } from '../../../../../lib/checkout/last-rail-queries.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { formatMoney } from '../../../../../lib/money/format-money.ts'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ ref: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  const title = translate(locale, 'ownAds')('give.title')
  return { title: titleWithError(title, flash, locale), robots: { index: false, follow: false } }
}

/** Anybody may pay for an ad here. An ad nobody can see yet opens only with the key its advertiser passes on. */
export default async function GivePage(props: Props) {
  const visitor = await pageVisitor(props)
  const { locale, now, payer, flash, query } = visitor
  const { ref } = await props.params
  const kind = adServiceKinds.find((known) => known === query('for')) ?? 'feature'
  const page = findAdServicePage({ ref, kind, payer, country: query('country'), locale, now }) ?? notFound()
  const key = query('k')
  const isOwner = payer.memberId !== undefined && page.ad.ownerId === payer.memberId
  if (!isPublic(page.ad.status) && !isOwner && !isGiveKey(ref, key)) notFound()
  const t = translate(locale, 'ownAds')
  const price = formatMoney(page.service.price, locale)
  const refused = flash && {
    method: flash.values['method'] ?? '',
    problems: problemsOf(flash, locale),
    values: flash.values,
  }
  return (
    <CheckoutPage
      title={t(`boost.${kind}.title`)}
      intro={`${t('give.for', { ref })} · ${page.ad.title}, ${page.ad.placeName}`}
      back={isPublic(page.ad.status) ? { href: pathTo(locale, 'ad', ref), label: t('give.back') } : undefined}
    >
      <p>{t(`boost.${kind}.text`, { days: page.service.days ?? 0 })}</p>
      <p>{t('give.price', { price })}</p>
      {page.state === 'open' ? (
        <ServicePay
          page={page}
          own={{ path: pathTo(locale, 'give', ref), query: { for: kind, ...(key === undefined ? {} : { k: key }) } }}
          lastRail={findLastRail(payer.payerIds)}
          refused={refused}
          locale={locale}
        />
      ) : (
        <Notice tone={page.state === 'given' ? 'ok' : 'warn'}>
          <p>{t(page.state === 'given' ? 'give.paid' : 'give.closed')}</p>
        </Notice>
      )}
    </CheckoutPage>
  )
}
