import { newPasskeyOptions, passkeyOptions } from '../auth/passkey-ceremony.ts'
import { DomainError } from '../errors/domain-error.ts'
import { translate } from '../i18n/translator.ts'
import { findMemberSession } from '../members/find-member.ts'
import { isRecent } from '../members/session-state.ts'
import { type AccountRequest, countCodeTry } from './accounts.ts'

/**
 * Makes the challenge a passkey answers: to sign in, as the second factor, as a fresh proof, or to add one.
 *
 * @returns What the browser's own function takes.
 * @throws DomainError `not_signed_in` where a session is needed; `reauthenticate` when adding one needs a fresh proof
 *   first; `rate_limited`.
 */
export async function offerPasskey(
  purpose: 'sign_in' | 'second' | 'confirm' | 'add',
  request: AccountRequest,
): Promise<Readonly<Record<string, unknown>>> {
  const { now, cookies, address } = request
  await countCodeTry(address)
  if (purpose === 'sign_in') return { ...(await passkeyOptions({ purpose, needsUser: true, now })) }
  const found = await findMemberSession(cookies, now)
  if (!found) throw new DomainError('not_signed_in')
  const { member, session, state } = found
  if (purpose === 'second') {
    if (state !== 'needs_second_factor') throw new DomainError('not_signed_in')
    return { ...(await passkeyOptions({ purpose: `second:${member.id}`, memberId: member.id, needsUser: false, now })) }
  }
  if (purpose === 'confirm') {
    if (state !== 'complete') throw new DomainError('not_signed_in')
    return { ...(await passkeyOptions({ purpose: `confirm:${member.id}`, memberId: member.id, needsUser: true, now })) }
  }
  if (state === 'needs_second_factor') throw new DomainError('not_signed_in')
  if (state === 'complete' && !isRecent(session, now)) throw new DomainError('reauthenticate')
  const name = translate(request.locale, 'common')('siteName')
  return { ...(await newPasskeyOptions(member, { name, now })) }
}
