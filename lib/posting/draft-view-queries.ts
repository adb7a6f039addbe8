import { type CategoryDto, type CategoryTree, categoryTrail } from '../categories/categories.ts'
import { loadCategoryTree } from '../categories/categories-queries.ts'
import { bannedWordsHere } from '../checkout/enter-ad.ts'
import type { FieldProblem } from '../errors/domain-error.ts'
import { hasTextFailed } from '../mail/text-outbox-queries.ts'
import { money } from '../money/money.ts'
import { priceOf } from '../pricing/price-rules.ts'
import { listPriceRules } from '../pricing/price-rules-queries.ts'
import { canSendTexts } from '../providers/text-sender-queries.ts'
import type { DraftContact } from '../reveals/reveals.ts'
import { openDraftContact } from '../reveals/reveals-queries.ts'
import type { CategoryReason } from '../screening/check-category-rules.ts'
import type { Millis } from '../time/time.ts'
import { findAdvertiserState } from './advertiser-queries.ts'
import { findCategoryRule } from './category-rule-queries.ts'
import { contactProblems } from './contact-rules.ts'
import { type PlaceMeant, type ReadDetails, readDraftDetails } from './draft-details.ts'
import type { Draft } from './drafts.ts'
import { type DraftPhoto, listDraftPhotos } from './drafts-queries.ts'
import { findPlaceMeant } from './place-meant-queries.ts'
import { type PostingTerms, postingTermsOf } from './posting-terms.ts'
import { saleConsentText } from './sale-consent.ts'
import { type DraftFind, isStopped, publicWords, screenWords } from './screen-draft.ts'

/** A draft with everything a step of the form has to know, computed from what is kept. */
export type DraftView = Readonly<{
  draft: Draft
  /** Absent while none is chosen, or when the one chosen was closed since. */
  category: CategoryDto | undefined
  /** Why the law has no ads in this category here; a key of the messages `screening.category`. */
  refusedBecause: CategoryReason | undefined
  trail: readonly CategoryDto[]
  meant: PlaceMeant
  read: ReadDetails | undefined
  detailProblems: readonly FieldProblem[]
  finds: readonly DraftFind[]
  contact: DraftContact | undefined
  contactProblems: readonly FieldProblem[]
  canSendTexts: boolean
  photos: readonly DraftPhoto[]
  terms: PostingTerms | undefined
  /** What has to be agreed to now. */
  consentText: string | undefined
  tasks: DraftTasks
  /** Nothing is missing: it may be sent in. */
  isReady: boolean
}>

export type TaskState = 'done' | 'missing' | 'problem' | 'optional'
export type DraftTasks = Readonly<Record<'category' | 'details' | 'photos' | 'contact', TaskState>>

export function viewDraft(draft: Draft, now: Millis): DraftView {
  const tree = loadCategoryTree()
  const category = openCategory(tree, draft.categoryId)
  const meant = findPlaceMeant(draft.details.place, draft.details.placeSlug)
  const details = category && readDraftDetails(draft.details, { category, meant })
  const finds = screenWords(publicWords(draft.details, category), {
    locale: draft.locale,
    disputed: draft.details.disputed,
    bannedWords: bannedWordsHere(),
  })
  const contact = openDraftContact(draft.id)
  // A number that no text reached must not keep an ad from standing: it says that the number is not verified.
  const sendsTexts = canSendTexts() && !hasTextFailed(`phone-code:${draft.id}:`)
  const rule = category && findCategoryRule(category)
  const terms = category && termsOf(draft, category, { now, mustBeFree: rule?.kind === 'must_be_free' })
  const consentText = terms && saleConsentText(terms.reveal, draft.locale)
  const photos = listDraftPhotos(draft.id)
  const missing: readonly FieldProblem[] = [
    ...contactProblems(contact, { ...draft, canSendTexts: sendsTexts }),
    ...(draft.saleConsentText === consentText ? [] : [{ field: 'consent', code: 'required' }]),
  ]
  const detailProblems = details?.problems ?? []
  const tasks: DraftTasks = {
    category: !category ? 'missing' : rule?.kind === 'refused' ? 'problem' : 'done',
    details: detailsTask(draft, { isRead: details !== undefined, detailProblems, finds }),
    photos: photos.length > 0 ? 'done' : 'optional',
    contact: missing.length === 0 ? 'done' : contact ? 'problem' : 'missing',
  }
  return {
    draft,
    category,
    refusedBecause: rule?.kind === 'refused' ? rule.because : undefined,
    trail: category ? categoryTrail(tree, category.id) : [],
    meant,
    read: details?.read,
    detailProblems,
    finds,
    contact,
    contactProblems: missing,
    canSendTexts: sendsTexts,
    photos,
    terms,
    consentText,
    tasks,
    isReady: tasks.category === 'done' && tasks.details === 'done' && tasks.contact === 'done',
  }
}

type Details = Readonly<{ isRead: boolean; detailProblems: readonly FieldProblem[]; finds: readonly DraftFind[] }>

function detailsTask({ details }: Draft, { isRead, detailProblems, finds }: Details): TaskState {
  const isUntouched = details.title.trim() === '' && details.body.trim() === ''
  if (isUntouched || !isRead) return 'missing'
  return detailProblems.length > 0 || isStopped(finds) || details.other !== null ? 'problem' : 'done'
}

/** A category ads may be posted in: in use with all above it, and with nothing below. */
export function openCategory(tree: CategoryTree, id: number | null): CategoryDto | undefined {
  const trail = id === null ? [] : categoryTrail(tree, id)
  const category = trail.at(-1)
  return category && category.children.length === 0 && trail.every(({ isActive }) => isActive) ? category : undefined
}

type Asked = Readonly<{ now: Millis; mustBeFree: boolean }>

function termsOf(draft: Draft, category: CategoryDto, { now, mustBeFree }: Asked): PostingTerms {
  const state = findAdvertiserState(draft.memberId ?? undefined, {
    categoryId: category.id,
    id: draft.adId ?? undefined,
  })
  const categoryTrailIds = categoryTrail(loadCategoryTree(), category.id).map(({ id }) => id)
  const usual = money(category.postPriceMinor, category.currency)
  const price = priceOf(listPriceRules(), { kind: 'post', categoryTrail: categoryTrailIds, at: now, usual }) ?? usual
  const terms = postingTermsOf(category, state, { now, price })
  return mustBeFree ? { ...terms, reveal: { kind: 'free' } } : terms
}
