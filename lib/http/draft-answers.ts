import { draftPath } from '../i18n/paths.ts'
import type { DraftView } from '../posting/draft-view-queries.ts'
import type { SaveContactInput, SaveDetailsInput } from '../posting/posting-input.ts'
import type { SavedDetails } from '../posting/save-details.ts'
import { isStopped } from '../posting/screen-draft.ts'
import type { CommandAnswer } from './command-answer.ts'

/** A draft for programs; its contact is not part of it. */
export function draftJson(view: DraftView) {
  const { draft, category, tasks, terms } = view
  const { disputed: _, waits: __, other, isEdit, ...typed } = draft.details
  return {
    id: draft.id,
    version: draft.version,
    isEdit,
    category: category?.key ?? null,
    details: typed,
    hasOtherVersion: other !== null,
    problems: view.detailProblems,
    finds: view.finds,
    contactProblems: view.contactProblems,
    consentText: view.consentText ?? null,
    feeMinor: terms?.fee.kind === 'due' ? terms.fee.price.minor : 0,
    currency: category?.currency ?? null,
    tasks,
    isReady: view.isReady,
    expiresAt: draft.expiresAt,
    isSubmitted: draft.submittedAt !== null,
  }
}

/** Where a form of details leads: on when all is well, else back with what is wrong. */
export function answerDetails(saved: SavedDetails, input: SaveDetailsInput): CommandAnswer {
  const { draft, detailProblems, finds } = saved.view
  const own = draftPath(input.locale, draft.id, 'details')
  const isWell = detailProblems.length === 0 && !isStopped(finds)
  const next = input.save === 'next' && isWell
  const location =
    saved.kind === 'parted'
      ? `${own}?parted=1`
      : next
        ? draftPath(input.locale, draft.id, 'photos')
        : `${own}?${input.save === 'next' ? 'check' : 'saved'}=1`
  return {
    location,
    json: {
      outcome: saved.kind,
      version: draft.version,
      savedAt: draft.updatedAt,
      problems: detailProblems,
      finds: finds.filter(({ weight }) => weight === 'explain' || weight === 'refuse'),
    },
  }
}

/** The same for the contact; a code that was asked for is on its way. */
export function answerContact(view: DraftView, input: SaveContactInput): CommandAnswer {
  const own = draftPath(input.locale, view.draft.id, 'contact')
  const sent = input.save === 'email_code' ? 'sent=email' : input.save === 'phone_code' ? 'sent=phone' : undefined
  const isDone = view.contactProblems.length === 0
  const location = sent
    ? `${own}?${sent}`
    : input.save === 'next' && isDone
      ? draftPath(input.locale, view.draft.id, 'preview')
      : `${own}?${input.save === 'next' ? 'check' : 'saved'}=1`
  return { location, json: { problems: view.contactProblems, isDone } }
}
