import type { Metadata } from 'next'
import { titleWithError } from '../../../../../../components/checkout/form-words.ts'
import { DraftFooter } from '../../../../../../components/posting/draft-footer.tsx'
import { DraftFrame } from '../../../../../../components/posting/draft-frame.tsx'
import { PhotoStep } from '../../../../../../components/posting/photo-step.tsx'
import { type DraftPageProps, draftPage } from '../../../../../../lib/http/draft-page.ts'
import { photoJson, photoProblemsOf, withRefusedAlt } from '../../../../../../lib/http/photo-answers.ts'
import { draftPath } from '../../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { listDraftPhotos } from '../../../../../../lib/photos/draft-photos-queries.ts'
import { mostPhotos } from '../../../../../../lib/photos/photo.ts'
import '../../../../../styles/photos.css'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: DraftPageProps): Promise<Metadata> {
  const { locale, flash } = (await draftPage(props, 'photos')).visitor
  return { title: titleWithError(translate(locale, 'photos')('title'), flash, locale), robots: { index: false } }
}

export default async function PhotosPage(props: DraftPageProps) {
  const { visitor, view, editedRef } = await draftPage(props, 'photos')
  const { locale, flash, now } = visitor
  const { draft, tasks } = view
  return (
    <DraftFrame draftId={draft.id} editedRef={editedRef} step="photos" tasks={tasks} locale={locale}>
      <h1>{translate(locale, 'photos')('title')}</h1>
      <PhotoStep
        locale={locale}
        draftId={draft.id}
        from={draftPath(locale, draft.id, 'photos')}
        photos={withRefusedAlt(
          listDraftPhotos(draft.id).map((photo) => photoJson(photo, locale)),
          { flash, locale },
        )}
        most={mostPhotos}
        problems={flash ? photoProblemsOf(flash, locale) : []}
      />
      <p>
        <a className="button" href={draftPath(locale, draft.id, 'contact')}>
          {translate(locale, 'posting')('next')}
        </a>
      </p>
      <DraftFooter draft={draft} locale={locale} now={now} />
    </DraftFrame>
  )
}
