import { commit, withRetries } from '../../db/commit.ts'
import { foldText } from '../text/text.ts'
import { type DraftView, viewDraft } from './draft-view-queries.ts'
import { type Draft, type DraftDetails, type DraftTyped, isSameTyped } from './drafts.ts'
import { findDraft } from './drafts-queries.ts'
import { saveDraftDetails, saveOtherVersion } from './drafts-store.ts'
import { findPlaceMeant } from './place-meant-queries.ts'
import type { PostingContext } from './posting-context.ts'
import type { SaveDetailsInput } from './posting-input.ts'
import { requireDraft } from './require-draft.ts'

/**
 * `parted`: another tab saved meanwhile. What this one sent is kept beside it until the advertiser chooses, so nothing
 * is lost either way.
 */
export type SavedDetails = Readonly<{ kind: 'saved' | 'parted'; view: DraftView }>

/**
 * Keeps the details as typed, right or wrong; what is wrong is in the view that comes back.
 *
 * @throws DomainError `not_found`; `conflict` when the draft was sent in already.
 */
export function saveDetails(input: SaveDetailsInput, context: PostingContext): Promise<SavedDetails> {
  return withRetries(() => saveOnce(input, context))
}

async function saveOnce(input: SaveDetailsInput, { actor, now }: PostingContext): Promise<SavedDetails> {
  const draft = requireDraft(input.draftId, { memberId: actor.memberId, now })
  const typed = typedIn(input, draft.details)
  const details = { ...draft.details, ...typed, disputed: disputedIn(input, draft.details) }
  const { id, version } = draft
  if (input.version !== version) {
    if (isSameTyped(typed, draft.details)) return { kind: 'saved', view: viewDraft(draft, now) }
    await commit([saveOtherVersion({ id, details: { ...draft.details, other: typed }, version, now })])
    return { kind: 'parted', view: viewAgain(draft, now) }
  }
  if (JSON.stringify(details) !== JSON.stringify(draft.details)) {
    await commit([saveDraftDetails({ id, details, version, now })])
  }
  return { kind: 'saved', view: viewAgain(draft, now) }
}

function viewAgain(draft: Draft, now: number): DraftView {
  return viewDraft(findDraft(draft.id, now) ?? draft, now)
}

/** What a form or a program sent, as texts; a place chosen before holds while the text still means it. */
function typedIn(input: SaveDetailsInput, before: DraftTyped): DraftTyped {
  const { title, body, price, place } = input
  const chosen = input.placeSlug === '' ? before.placeSlug : input.placeSlug
  const { place: meant } = findPlaceMeant(place, chosen)
  return { title, body, price, place, placeSlug: meant?.slug ?? '', fields: fieldsIn(input) }
}

const mostFields = 80
const longestValue = 500

function fieldsIn(input: SaveDetailsInput): DraftTyped['fields'] {
  const given = input.fields
    ? Object.entries(input.fields)
    : Object.entries(input).flatMap(([name, value]) => (name.startsWith('f.') ? [[name.slice(2), value] as const] : []))
  const kept = given.slice(0, mostFields).flatMap(([key, value]) => {
    if (!/^[a-z][a-z0-9_]{0,39}$/.test(key)) return []
    const texts = [value].flat().map((one) => String(one).slice(0, longestValue))
    return [[key, Array.isArray(value) ? texts.slice(0, 60) : (texts[0] ?? '')] as const]
  })
  return Object.fromEntries(kept)
}

/** What was said to be no contact stays said while the words still stand somewhere. */
function disputedIn(input: SaveDetailsInput, before: DraftDetails): string[] {
  const said = [...before.disputed, ...[input.notContact ?? []].flat()]
  const all = foldText([input.title, input.body, JSON.stringify(fieldsIn(input))].join('\n'))
  return [...new Set(said)].filter((words) => words !== '' && all.includes(foldText(words))).slice(0, 50)
}
