import type { Metadata } from 'next'
import { DraftFooter } from '../../../../../../components/posting/draft-footer.tsx'
import { DraftFrame } from '../../../../../../components/posting/draft-frame.tsx'
import { DraftPreview } from '../../../../../../components/posting/draft-preview.tsx'
import { flashProblems, titleWith } from '../../../../../../components/posting/problem-words.ts'
import { ProblemSummary } from '../../../../../../components/ui/problem-summary.tsx'
import { type DraftPageProps, draftPage } from '../../../../../../lib/http/draft-page.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { cardOfPreview, previewOf } from '../../../../../../lib/posting/draft-preview.ts'
import { findSetting } from '../../../../../../lib/settings/settings-queries.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: DraftPageProps): Promise<Metadata> {
  const { visitor } = await draftPage(props, 'preview')
  const title = translate(visitor.locale, 'posting')('preview.title')
  return { title: titleWith(title, visitor.flash !== undefined, visitor.locale), robots: { index: false } }
}

export default async function PreviewPage(props: DraftPageProps) {
  const { visitor, view, editedRef } = await draftPage(props, 'preview')
  const { locale, now, flash } = visitor
  const photos = view.photos.map(({ hash, width, height, alt }) => ({ hash, width, height, alt }))
  const ad = previewOf(view, { locale, now, photos })
  const { moderateFirst, reviewHours } = findSetting('posting')
  return (
    <DraftFrame draftId={view.draft.id} editedRef={editedRef} step="preview" tasks={view.tasks} locale={locale} isWide>
      <ProblemSummary
        title={translate(locale, 'common')('thereIsAProblem')}
        problems={flashProblems(flash, { category: view.category, locale })}
      />
      <DraftPreview
        view={view}
        ad={ad}
        card={ad && cardOfPreview(view, ad, locale)}
        review={{ isFirst: moderateFirst, hours: reviewHours }}
        locale={locale}
        now={now}
      />
      <DraftFooter draft={view.draft} locale={locale} now={now} />
    </DraftFrame>
  )
}
