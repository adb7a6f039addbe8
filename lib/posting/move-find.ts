import { commit } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import { type DraftContact, sealDraftContact } from '../reveals/reveals.ts'
import { openDraftContact } from '../reveals/reveals-queries.ts'
import { readTelephone } from '../telephony/telephone.ts'
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
 * Keeps the form, then takes one find out of its text and puts it where it belongs, the contact; a number or address
 * that stands there already is not overwritten.
 *
 * @throws DomainError `conflict` when the text is no longer the one the find was in.
 */
export async function moveFind(input: SaveDetailsInput, context: PostingContext): Promise<SavedDetails> {
  const saved = await saveDetails(input, context)
  if (saved.kind === 'parted') return saved
  const { draft, finds } = saved.view
  const find = finds.find((one) => `${one.input}:${one.start}:${one.end}` === input.find)
  if (!find) throw new DomainError('conflict')
  const { id, version } = draft
  const { now } = context
  const contact = openDraftContact(id)
  const withFind = contactWith(contact ?? emptyContact, find)
  await commit([
    saveDraftDetails({ id, details: withoutFind(draft.details, find), version, now }),
    saveDraftContact({
      ...draft,
      now,
      sealed: sealDraftContact(id, withFind),
      emailVerifiedAt: contact?.email === withFind.email ? draft.emailVerifiedAt : null,
      phoneVerifiedAt: contact?.phone === withFind.phone ? draft.phoneVerifiedAt : null,
    }),
  ])
  return { kind: 'saved', view: viewDraft(findDraft(id, now) ?? draft, now) }
}

/** The text without the find, and without the hole it leaves. */
export function withoutFind(details: DraftDetails, { input, start, end }: DraftFind): DraftDetails {
  const cut = (text: string) =>
    `${text.slice(0, start).replace(/[ \t]+$/, '')} ${text.slice(end).replace(/^[ \t]+/, '')}`
      .replace(/ ([,.;:])/g, '$1')
      .replace(/^ /, '')
      .trimEnd()
  if (input === 'title' || input === 'body') return { ...details, [input]: cut(details[input]) }
  const key = input.slice(2)
  return { ...details, fields: { ...details.fields, [key]: cut([details.fields[key] ?? ''].flat().join(' ')) } }
}

/** What a find says, as far as it can be read: a number, an address; the rest is only taken out. */
export function contactWith(contact: DraftContact, find: Pick<DraftFind, 'kind' | 'text'>): DraftContact {
  if (find.kind === 'email' && contact.email === '') {
    const [email] = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(find.text) ?? []
    return email === undefined ? contact : { ...contact, email }
  }
  if (find.kind === 'phone' && contact.phone === '') {
    const phone = readTelephone(find.text) ?? readTelephone(find.text.replace(/[^\d+]/g, ''))
    return phone ? { ...contact, phone: phone.shown, showsPhone: true } : contact
  }
  return contact
}
