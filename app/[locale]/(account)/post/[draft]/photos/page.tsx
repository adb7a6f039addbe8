import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { titleWithError } from '../../../../../../components/checkout/form-words.ts'
import { PhotoStep } from '../../../../../../components/posting/photo-step.tsx'
import { type PrivatePageProps, pageVisitor } from '../../../../../../lib/http/page-visitor.ts'
import { photoJson, photoProblemsOf } from '../../../../../../lib/http/photo-answers.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { findMember } from '../../../../../../lib/members/find-member.ts'
import { listDraftPhotos } from '../../../../../../lib/photos/draft-photos-queries.ts'
import { mostPhotos } from '../../../../../../lib/photos/photo.ts'
import { findOwnDraft } from '../../../../../../lib/posting/require-draft.ts'
import '../../../../../styles/photos.css'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ draft: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  return { title: titleWithError(translate(locale, 'photos')('title'), flash, locale), robots: { index: false } }
}

export default async function PhotosPage(props: Props) {
  const { locale, flash, now } = await pageVisitor(props)
  const { draft: draftId } = await props.params
  const member = await findMember((await headers()).get('cookie'), now)
  const draft = findOwnDraft(draftId, { memberId: member?.id, now }) ?? notFound()
  return (
    <div className="page">
      <h1>{translate(locale, 'photos')('title')}</h1>
      <PhotoStep
        locale={locale}
        draftId={draft.id}
        from={`/${locale}/post/${draft.id}/photos`}
        photos={listDraftPhotos(draft.id).map((photo) => photoJson(photo, locale))}
        most={mostPhotos}
        problems={flash ? photoProblemsOf(flash, locale) : []}
      />
    </div>
  )
}
