import { commit } from '../../db/commit.ts'
import { issueCode } from '../auth/issue-token.ts'
import { DomainError } from '../errors/domain-error.ts'
import { translate } from '../i18n/translator.ts'
import { newId } from '../ids/ids.ts'
import { queueText } from '../mail/text-outbox-store.ts'
import { withPlainSpaces } from '../money/format-money.ts'
import { canSendTexts } from '../providers/text-sender-queries.ts'
import { aliasHashOf } from '../purchases/purchases.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { openDraftContact } from '../reveals/reveals-queries.ts'
import { readTelephone, takesTexts } from '../telephony/telephone.ts'
import { minute } from '../time/time.ts'
import type { PostingContext } from './posting-context.ts'
import type { DraftInput } from './posting-input.ts'
import { requireDraft } from './require-draft.ts'
import { codeMinutes, spaced } from './send-email-code.ts'

/**
 * Texts a code to the number typed as the contact, where the site can send texts and the number can take them.
 *
 * @throws DomainError `not_found`, `conflict`, `rate_limited`; `invalid_input` on `phone`: `not_a_phone`, `no_texts`.
 */
export async function sendPhoneCode(input: DraftInput, { actor, now, address, locale }: PostingContext) {
  const draft = requireDraft(input.draftId, { memberId: actor.memberId, now })
  const phone = readTelephone(openDraftContact(draft.id)?.phone ?? '')
  if (!phone) throw new DomainError('invalid_input', { fields: [{ field: 'phone', code: 'not_a_phone' }] })
  if (!takesTexts(phone.e164) || !canSendTexts()) {
    throw new DomainError('invalid_input', { fields: [{ field: 'phone', code: 'no_texts' }] })
  }
  const phoneHash = aliasHashOf(phone.e164)
  await consumeLimit('contact_code', phoneHash)
  await consumeLimit('contact_code_address', address)
  await consumeLimit('contact_code_global', 'all')
  const { code, steps } = issueCode({
    purpose: 'contact_phone',
    subject: draft.id,
    data: { phoneHash },
    lifetimeMs: codeMinutes * minute,
    now,
  })
  const site = translate(locale, 'common')('siteName')
  const text = withPlainSpaces(translate(locale, 'posting')('phoneText', { site, code: spaced(code) }))
  await commit([...steps, queueText({ dedupeKey: `phone-code:${draft.id}:${newId()}`, to: phone.e164, text }, now)])
  return { draftId: draft.id }
}
