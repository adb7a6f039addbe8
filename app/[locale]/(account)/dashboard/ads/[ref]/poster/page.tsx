import type { Metadata } from 'next'
import { AdPoster } from '../../../../../../../components/posting/ad-poster.tsx'
import { findAdForSaleById } from '../../../../../../../lib/ads/sale-queries.ts'
import { config } from '../../../../../../../lib/config/env.ts'
import { memberVisitor, ownAdOr404 } from '../../../../../../../lib/http/own-ads-page.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../../../../lib/http/page-visitor.ts'
import { laterWord, ownAdsPath } from '../../../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ ref: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  const { ref } = await props.params
  return { title: translate(locale, 'ownAds')('poster.title', { ref }), robots: { index: false } }
}

export default async function PosterPage(props: Props) {
  const { ref } = await props.params
  const visitor = await memberVisitor(
    props,
    ({ locale }) => `${ownAdsPath(locale, ref)}/${laterWord(locale, 'poster')}`,
  )
  const { locale } = visitor
  const ad = ownAdOr404(visitor, ref)
  const place = findAdForSaleById(ad.id, locale)?.placeName ?? ''
  return <AdPoster ad={ad} place={place} address={`${config().origin}/a/${ref}`} locale={locale} />
}
