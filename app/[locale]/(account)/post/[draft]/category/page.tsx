import type { Metadata } from 'next'
import { CategoryChoice } from '../../../../../../components/posting/category-choice.tsx'
import { DraftFrame } from '../../../../../../components/posting/draft-frame.tsx'
import { flashProblems, titleWith } from '../../../../../../components/posting/problem-words.ts'
import { Notice } from '../../../../../../components/ui/notice.tsx'
import { ProblemSummary } from '../../../../../../components/ui/problem-summary.tsx'
import { loadCategoryTree } from '../../../../../../lib/categories/categories-queries.ts'
import { type DraftPageProps, draftPage } from '../../../../../../lib/http/draft-page.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: DraftPageProps): Promise<Metadata> {
  const { visitor } = await draftPage(props, 'category')
  const title = translate(visitor.locale, 'posting')('category.title')
  return { title: titleWith(title, visitor.flash !== undefined, visitor.locale), robots: { index: false } }
}

export default async function CategoryPage(props: DraftPageProps) {
  const { visitor, view, editedRef } = await draftPage(props, 'category')
  const { locale, flash, query } = visitor
  const t = translate(locale, 'posting')
  const tree = loadCategoryTree()
  return (
    <DraftFrame draftId={view.draft.id} editedRef={editedRef} step="category" tasks={view.tasks} locale={locale}>
      <ProblemSummary
        title={translate(locale, 'common')('thereIsAProblem')}
        problems={flashProblems(flash, { category: undefined, locale })}
      />
      <h1>{t('category.title')}</h1>
      <p className="meta">{t('category.lead')}</p>
      {view.refusedBecause ? (
        <Notice tone="bad">
          <p>{translate(locale, 'screening')(`category.${view.refusedBecause}`)}</p>
        </Notice>
      ) : null}
      <CategoryChoice
        categories={tree.all.filter(({ isActive }) => isActive)}
        under={tree.byKey.get(query('in') ?? '')}
        chosen={view.category}
        draftId={view.draft.id}
        locale={locale}
      />
    </DraftFrame>
  )
}
