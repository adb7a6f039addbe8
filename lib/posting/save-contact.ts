import { commit } from '../../db/commit.ts'
import { type DraftContact, sealDraftContact } from '../reveals/reveals.ts'
import { openDraftContact } from '../reveals/reveals-queries.ts'
import { readTelephone } from '../telephony/telephone.ts'
import { type DraftView, viewDraft } from './draft-view-queries.ts'
import { findDraft } from './drafts-queries.ts'
import { saveDraftContact } from './drafts-store.ts'
import { isPhoneProved } from './phone-proofs-queries.ts'
import type { PostingContext } from './posting-context.ts'
import type { SaveContactInput } from './posting-input.ts'
import { requireDraft } from './require-draft.ts'
import { isOwnAddress } from './start-draft.ts'

/**
 * Keeps the contact, sealed at once. Another address or number than the one that was proved has to be proved again,
 * unless the member proved it before; the consent is to the words shown now.
 *
 * @throws DomainError `not_found`; `conflict` when the draft was sent in already.
 */
export async function saveContact(input: SaveContactInput, context: PostingContext): Promise<DraftView> {
  const { actor, now } = context
  const draft = requireDraft(input.draftId, { memberId: actor.memberId, now })
  const before = openDraftContact(draft.id)
  const contact = contactIn(input)
  const { consentText } = viewDraft(draft, now)
  const isAgreed = input.consent && consentText !== undefined
  const isSameConsent = isAgreed && draft.saleConsentText === consentText
  await commit([
    saveDraftContact({
      id: draft.id,
      now,
      sealed: sealDraftContact(draft.id, contact),
      emailVerifiedAt: keptProof(before?.email, contact.email, draft.emailVerifiedAt) ?? ownProof(actor, contact, now),
      phoneVerifiedAt:
        keptProof(before?.phone, contact.phone, draft.phoneVerifiedAt) ??
        (isPhoneProved(actor.memberId, contact.phone) ? now : null),
      saleConsentText: isAgreed ? consentText : null,
      saleConsentAt: isSameConsent ? draft.saleConsentAt : isAgreed ? now : null,
    }),
  ])
  return viewDraft(findDraft(draft.id, now) ?? draft, now)
}

/** A number is kept as it is shown, so that the same one typed otherwise is the same. */
function contactIn({ name, phone, email, hours, showsPhone, showsEmail }: SaveContactInput): DraftContact {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim()
  return {
    name: line(name),
    phone: readTelephone(phone)?.shown ?? line(phone),
    email: email.trim(),
    hours: line(hours),
    showsPhone,
    showsEmail,
  }
}

function keptProof(before: string | undefined, after: string, provedAt: number | null): number | null {
  return before !== undefined && before.toLowerCase() === after.toLowerCase() ? provedAt : null
}

function ownProof(actor: PostingContext['actor'], contact: DraftContact, now: number): number | null {
  return isOwnAddress(actor.memberId, contact.email) ? now : null
}
