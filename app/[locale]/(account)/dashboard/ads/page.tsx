import type { Metadata } from 'next'
import { OwnAdList } from '../../../../../components/posting/own-ad-list.tsx'
import { memberVisitor } from '../../../../../lib/http/own-ads-page.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../../lib/http/page-visitor.ts'
import { ownAdsPath } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { listOpenDrafts } from '../../../../../lib/posting/drafts-queries.ts'
import { listOwnAds } from '../../../../../lib/posting/own-ads-queries.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  return { title: translate(locale, 'ownAds')('title'), robots: { index: false } }
}

export default async function OwnAdsPage(props: PrivatePageProps) {
  const { locale, now, memberId, query } = await memberVisitor(props, ({ locale: own }) => ownAdsPath(own))
  return (
    <OwnAdList
      ads={listOwnAds(memberId, now)}
      drafts={listOpenDrafts(memberId, now)}
      isChanged={query('deleted') !== undefined}
      locale={locale}
      now={now}
    />
  )
}
