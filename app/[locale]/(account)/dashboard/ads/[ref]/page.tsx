import type { Metadata } from 'next'
import { OwnAdView } from '../../../../../../components/posting/own-ad-view.tsx'
import { findAdForSaleById } from '../../../../../../lib/ads/sale-queries.ts'
import { categoryTrail } from '../../../../../../lib/categories/categories.ts'
import { loadCategoryTree } from '../../../../../../lib/categories/categories-queries.ts'
import { giveKeyOf, listBoosts } from '../../../../../../lib/checkout/ad-service-page-queries.ts'
import { memberVisitor, ownAdOr404 } from '../../../../../../lib/http/own-ads-page.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../../../lib/http/page-visitor.ts'
import { givePath, ownAdsPath } from '../../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { findOpenEdit } from '../../../../../../lib/posting/drafts-queries.ts'
import { canChange, canRenew, ownChanges } from '../../../../../../lib/posting/own-ads.ts'
import { listAdDays } from '../../../../../../lib/posting/own-ads-queries.ts'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ ref: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  const { ref } = await props.params
  return { title: translate(locale, 'ownAds')('number', { ref }), robots: { index: false } }
}

export default async function OwnAdPage(props: Props) {
  const { ref } = await props.params
  const visitor = await memberVisitor(props, ({ locale }) => ownAdsPath(locale, ref))
  const { locale, now, flash, query } = visitor
  const ad = ownAdOr404(visitor, ref)
  const sold = findAdForSaleById(ad.id, locale)
  const adDays = categoryTrail(loadCategoryTree(), ad.categoryId).at(-1)?.adDays ?? 60
  const told = (['edited', 'waits', 'changed', 'renewed'] as const).find((name) => query(name) !== undefined)
  return (
    <OwnAdView
      ad={ad}
      days={listAdDays(ad.id, now)}
      can={{
        changes: ownChanges.filter((change) => canChange(ad, change, now)),
        renew: canRenew(ad, now) ? adDays : undefined,
      }}
      hasWaitingEdit={findOpenEdit(ad.id, now)?.details.waits ?? false}
      payPath={ad.status === 'draft' ? givePath(locale, ref, { kind: 'post', key: giveKeyOf(ref) }) : undefined}
      boosts={sold ? listBoosts(sold, now) : []}
      told={told}
      problem={flash && (flash.fields[0]?.field === 'sure' ? 'sure' : (flash.fields[0]?.code ?? flash.code))}
      locale={locale}
    />
  )
}
