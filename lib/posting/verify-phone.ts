import { commit } from '../../db/commit.ts'
import { redeemCode } from '../auth/redeem-token.ts'
import { DomainError } from '../errors/domain-error.ts'
import { aliasHashOf } from '../purchases/purchases.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { openDraftContact } from '../reveals/reveals-queries.ts'
import { readTelephone } from '../telephony/telephone.ts'
import { markPhoneVerified } from './drafts-store.ts'
import { rememberPhone } from './phone-proofs-store.ts'
import type { PostingContext } from './posting-context.ts'
import type { VerifyContactInput } from './posting-input.ts'
import { requireDraft } from './require-draft.ts'

const refused = (code: string) => new DomainError('invalid_input', { fields: [{ field: 'phoneCode', code }] })

/**
 * Proves the number of a contact by the code that was texted to it; the member need not prove it again.
 *
 * @throws DomainError `invalid_input` on `phoneCode`: `wrong_code`, or `used_up` when a new one is needed.
 */
export async function verifyPhone(input: VerifyContactInput, { actor, now, address }: PostingContext) {
  const draft = requireDraft(input.draftId, { memberId: actor.memberId, now })
  await consumeLimit('contact_try_address', address)
  const phone = readTelephone(openDraftContact(draft.id)?.phone ?? '')
  const redeemed = await redeemCode({ purpose: 'contact_phone', subject: draft.id, code: input.code, now })
  if (redeemed.kind === 'refused') throw refused(redeemed.triesLeft > 0 ? 'wrong_code' : 'used_up')
  const phoneHash = phone && aliasHashOf(phone.e164)
  if (!phoneHash || redeemed.data['phoneHash'] !== phoneHash) throw refused('used_up')
  await commit([
    ...redeemed.steps,
    markPhoneVerified({ id: draft.id, now }),
    ...(draft.memberId === null ? [] : [rememberPhone({ phoneHash, memberId: draft.memberId, verifiedAt: now })]),
  ])
  return { draftId: draft.id }
}
