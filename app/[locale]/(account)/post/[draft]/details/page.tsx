import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DetailsForm } from '../../../../../../components/posting/details-form.tsx'
import { DraftFooter } from '../../../../../../components/posting/draft-footer.tsx'
import { DraftFrame } from '../../../../../../components/posting/draft-frame.tsx'
import { PartedVersions } from '../../../../../../components/posting/parted-versions.tsx'
import {
  detailProblemsOf,
  flashProblems,
  type PostProblem,
  titleWith,
} from '../../../../../../components/posting/problem-words.ts'
import { Notice } from '../../../../../../components/ui/notice.tsx'
import { ProblemSummary } from '../../../../../../components/ui/problem-summary.tsx'
import { findPriceGuidance } from '../../../../../../lib/ads/price-guidance-queries.ts'
import { isFieldRequired, isFieldShown, readFieldValues } from '../../../../../../lib/categories/field-values.ts'
import { type DraftPage, type DraftPageProps, draftPage } from '../../../../../../lib/http/draft-page.ts'
import { draftPath } from '../../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { moveOutcomes } from '../../../../../../lib/posting/move-find.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: DraftPageProps): Promise<Metadata> {
  const page = await draftPage(props, 'details')
  const { locale } = page.visitor
  const title = translate(locale, 'posting')('details.title')
  return { title: titleWith(title, problemsOf(page).length > 0, locale), robots: { index: false } }
}

/** Problems are told once "continue" was pressed; before, an empty form is no mistake. */
function problemsOf({ visitor, view }: DraftPage): readonly PostProblem[] {
  const about = { category: view.category, locale: visitor.locale }
  const refused = flashProblems(visitor.flash, about)
  if (visitor.query('check') === undefined) return refused
  return [...refused, ...detailProblemsOf(view.detailProblems, view.finds, about)]
}

export default async function DetailsPage(props: DraftPageProps) {
  const page = await draftPage(props, 'details')
  const { visitor, view, editedRef } = page
  const { locale, query, now } = visitor
  const { draft, category } = view
  if (!category) redirect(draftPath(locale, draft.id, 'category'))
  const t = translate(locale, 'posting')
  const problems = problemsOf(page)
  const moved = moveOutcomes.find((outcome) => outcome === query('moved'))
  const { values } = readFieldValues(category.fields, draft.details.fields)
  const asked = {
    shown: category.fields.filter((field) => isFieldShown(field, values)).map(({ key }) => key),
    required: category.fields.filter((field) => isFieldRequired(field, values)).map(({ key }) => key),
  }
  return (
    <DraftFrame draftId={draft.id} editedRef={editedRef} step="details" tasks={view.tasks} locale={locale}>
      {draft.details.other ? (
        <PartedVersions draft={draft} other={draft.details.other} locale={locale} />
      ) : (
        <>
          <ProblemSummary title={translate(locale, 'common')('thereIsAProblem')} problems={problems} />
          {moved === undefined ? null : (
            <Notice tone={moved === 'unread' || moved === 'occupied' ? 'warn' : 'ok'} role="status">
              <p>{t(`find.moved.${moved}`)}</p>
            </Notice>
          )}
          <h1>{t('details.title')}</h1>
          <DetailsForm
            view={view}
            category={category}
            asked={asked}
            guidance={findPriceGuidance(category.id, draft.adId)}
            problems={problems}
            locale={locale}
          />
        </>
      )}
      <DraftFooter draft={draft} locale={locale} now={now} />
    </DraftFrame>
  )
}
