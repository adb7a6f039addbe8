import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DraftDone } from '../../../../../../components/posting/draft-done.tsx'
import { DraftFrame } from '../../../../../../components/posting/draft-frame.tsx'
import { findAdForSaleById } from '../../../../../../lib/ads/sale-queries.ts'
import { listBoosts } from '../../../../../../lib/checkout/ad-service-page-queries.ts'
import { config } from '../../../../../../lib/config/env.ts'
import { type DraftPageProps, draftPage } from '../../../../../../lib/http/draft-page.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { findMemberById } from '../../../../../../lib/members/members-queries.ts'
import { findSetting } from '../../../../../../lib/settings/settings-queries.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: DraftPageProps): Promise<Metadata> {
  const { visitor } = await draftPage(props, 'done')
  return { title: translate(visitor.locale, 'posting')('done.otherTitle'), robots: { index: false } }
}

export default async function DonePage(props: DraftPageProps) {
  const { visitor, view } = await draftPage(props, 'done')
  const { locale, now, payer } = visitor
  const { draft } = view
  const ad = (draft.adId === null ? undefined : findAdForSaleById(draft.adId, locale)) ?? notFound()
  const isOwner = payer.memberId !== undefined && payer.memberId === draft.memberId
  const email = isOwner && draft.memberId !== null ? findMemberById(draft.memberId)?.email : undefined
  return (
    <DraftFrame draftId={draft.id} step="done" tasks={view.tasks} locale={locale}>
      <DraftDone
        draftId={draft.id}
        ad={ad}
        boosts={listBoosts(ad, now)}
        reviewHours={findSetting('posting').reviewHours}
        shortLink={`${config().origin}/a/${ad.ref}`}
        email={email}
        locale={locale}
      />
    </DraftFrame>
  )
}
