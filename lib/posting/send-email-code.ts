import { commit } from '../../db/commit.ts'
import { issueCode } from '../auth/issue-token.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { queueMail } from '../mail/mail-store.ts'
import { mailText } from '../mail/mail-text.ts'
import { emailInput } from '../members/member.ts'
import { emailHashOf } from '../payers/payers.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { openDraftContact } from '../reveals/reveals-queries.ts'
import { minute } from '../time/time.ts'
import type { PostingContext } from './posting-context.ts'
import type { DraftInput } from './posting-input.ts'
import { requireDraft } from './require-draft.ts'

export const codeMinutes = 15

/**
 * Mails a code to the address typed as the contact. The same is done and answered whether the address has an account,
 * belongs to staff or is new.
 *
 * @throws DomainError `not_found`, `conflict`, `invalid_input` without an address, `rate_limited`.
 */
export async function sendEmailCode(input: DraftInput, { actor, now, address, locale }: PostingContext) {
  const draft = requireDraft(input.draftId, { memberId: actor.memberId, now })
  const email = openDraftContact(draft.id)?.email ?? ''
  if (!emailInput.safeParse(email).success) {
    throw new DomainError('invalid_input', { fields: [{ field: 'email', code: 'not_an_email' }] })
  }
  await consumeLimit('contact_code', emailHashOf(email))
  await consumeLimit('contact_code_address', address)
  await consumeLimit('contact_code_global', 'all')
  const { code, steps } = issueCode({
    purpose: 'contact_email',
    subject: draft.id,
    data: { emailHash: emailHashOf(email) },
    lifetimeMs: codeMinutes * minute,
    now,
  })
  const letter = mailText('contactEmailCode', locale, { code: spaced(code), minutes: codeMinutes })
  await commit([...steps, queueMail({ dedupeKey: `contact-code:${newId()}`, to: email, locale, letter }, now)])
  return { draftId: draft.id }
}

/** Eight digits are read in two halves. */
export function spaced(code: string): string {
  return code.replace(/^(\d{4})(\d{4})$/, '$1 $2')
}
