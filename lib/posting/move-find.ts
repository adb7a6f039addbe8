import { commit } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import { type DraftContact, sealDraftContact } from '../reveals/reveals.ts'
import { openDraftContact } from '../reveals/reveals-queries.ts'
import { readFind } from '../screening/read-find.ts'
import { emptyContact } from './contact-rules.ts'
import { viewDraft } from './draft-view-queries.ts'
import type { DraftDetails } from './drafts.ts'
import { findDraft } from './drafts-queries.ts'
import { saveDraftContact, saveDraftDetails } from './drafts-store.ts'
import type { PostingContext } from './posting-context.ts'
import type { SaveDetailsInput } from './posting-input.ts'
import { type SavedDetails, saveDetails } from './save-details.ts'
import type { DraftFind } from './screen-draft.ts'

/**
 * What became of a find, which is out of the text in any case. `contact`: it stands in the contact now. `occupied`:
 * another one stood there and stays. `unread`: a number or address that could not be read for certain. `removed`:
 * anything else.
 */
export const moveOutcomes = ['contact', 'occupied', 'unread', 'removed'] as const
export type MoveOutcome = (typeof moveOutcomes)[number]

/**
 * Keeps the form, then takes one find out of its text and puts what it says where it belongs, the contact; a number or
 * address that stands there already is not overwritten.
 *
 * @returns The details, and what became of the find unless two versions wait for a choice.
 * @throws DomainError `conflict` when the text is no longer the one the find was in.
 */
export async function moveFind(
  input: SaveDetailsInput,
  context: PostingContext,
): Promise<SavedDetails & Readonly<{ outcome?: MoveOutcome }>> {
  const saved = await saveDetails(input, context)
  if (saved.kind === 'parted') return saved
  const { draft, finds } = saved.view
  const find = finds.find((one) => `${one.input}:${one.start}:${one.end}` === input.find)
  if (!find) throw new DomainError('conflict')
  const { id, version } = draft
  const { now } = context
  const before = openDraftContact(id) ?? emptyContact
  const { contact, outcome } = contactWith(before, find)
  await commit([
    saveDraftDetails({ id, details: withoutFind(draft.details, find), version, now }),
    ...(contact === before
      ? []
      : [
          saveDraftContact({
            ...draft,
            now,
            sealed: sealDraftContact(id, contact),
            emailVerifiedAt: before.email === contact.email ? draft.emailVerifiedAt : null,
            phoneVerifiedAt: before.phone === contact.phone ? draft.phoneVerifiedAt : null,
          }),
        ]),
  ])
  return { kind: 'saved', view: viewDraft(findDraft(id, now) ?? draft, now), outcome }
}

/** The text without the find, and without the hole it leaves. */
function withoutFind(details: DraftDetails, { input, start, end }: DraftFind): DraftDetails {
  const cut = (text: string) =>
    `${text.slice(0, start).replace(/[ \t]+$/, '')} ${text.slice(end).replace(/^[ \t]+/, '')}`
      .replace(/ ([,.;:])/g, '$1')
      .replace(/^ /, '')
      .trimEnd()
  if (input === 'title' || input === 'body') return { ...details, [input]: cut(details[input]) }
  const key = input.slice(2)
  return { ...details, fields: { ...details.fields, [key]: cut([details.fields[key] ?? ''].flat().join(' ')) } }
}

type WithFind = Readonly<{ contact: DraftContact; outcome: MoveOutcome }>

/** The contact with what a find says; the same object when nothing of it changes. */
function contactWith(contact: DraftContact, find: Pick<DraftFind, 'kind' | 'text'>): WithFind {
  if (find.kind !== 'email' && find.kind !== 'phone' && find.kind !== 'spelled_phone') {
    return { contact, outcome: 'removed' }
  }
  const read = readFind(find)
  if (!read) return { contact, outcome: 'unread' }
  const field = read.kind
  const value = read.kind === 'phone' ? read.phone.shown : read.email
  if (contact[field] !== '') return { contact, outcome: isSame(contact[field], value) ? 'contact' : 'occupied' }
  const shows = read.kind === 'phone' ? { showsPhone: true } : { showsEmail: true }
  return { contact: { ...contact, [field]: value, ...shows }, outcome: 'contact' }
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.toLowerCase()
}
