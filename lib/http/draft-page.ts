import { notFound, redirect } from 'next/navigation'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { draftPath, ownAdsPath } from '../i18n/paths.ts'
import { type DraftView, viewDraft } from '../posting/draft-view-queries.ts'
import type { DraftStep } from '../posting/drafts.ts'
import { findOwnDraft } from '../posting/require-draft.ts'
import { type PrivatePageProps, pageVisitor, type Visitor } from './page-visitor.ts'

export type DraftPageProps = PrivatePageProps<Readonly<{ draft: string }>>
export type DraftPage = Readonly<{ visitor: Visitor; view: DraftView; editedRef: string | undefined }>

/** The draft of a step's page. A draft that was sent in has only its last pages left. For pages only. */
export async function draftPage(props: DraftPageProps, step: DraftStep): Promise<DraftPage> {
  const visitor = await pageVisitor(props)
  const { locale, now, payer } = visitor
  const { draft: id } = await props.params
  const draft = findOwnDraft(id, { memberId: payer.memberId, now }) ?? notFound()
  const ad = draft.adId === null ? undefined : findAdRecord(draft.adId)
  if (draft.submittedAt !== null) {
    if (draft.details.isEdit && ad) redirect(ownAdsPath(locale, ad.ref))
    if (step !== 'done' && !(step === 'pay' && ad?.status === 'draft')) redirect(draftPath(locale, id, 'done'))
  } else if (step === 'pay' || step === 'done') redirect(draftPath(locale, id, 'preview'))
  if (draft.details.isEdit && step === 'category') redirect(draftPath(locale, id, 'details'))
  return { visitor, view: viewDraft(draft, now), editedRef: draft.details.isEdit ? ad?.ref : undefined }
}
