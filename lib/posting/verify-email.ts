import { commit, type Step } from '../../db/commit.ts'
import { deviceName } from '../auth/device-name.ts'
import { redeemCode } from '../auth/redeem-token.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Locale } from '../i18n/locales.ts'
import { isStaff, type Member } from '../members/member.ts'
import { memberWithoutPassword } from '../members/member-without-password.ts'
import { findMemberByEmail, findMemberById } from '../members/members-queries.ts'
import { markEmailVerified as markMemberEmail } from '../members/members-store.ts'
import { openSession } from '../members/open-session.ts'
import { sessionCookies } from '../members/session-cookies.ts'
import { emailHashOf } from '../payers/payers.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { openDraftContact } from '../reveals/reveals-queries.ts'
import { markEmailVerified } from './drafts-store.ts'
import type { PostingContext } from './posting-context.ts'
import type { VerifyContactInput } from './posting-input.ts'
import { requireDraft } from './require-draft.ts'

export type VerifiedEmail = Readonly<{ draftId: string; cookies: readonly string[] }>

const refused = (code: string) => new DomainError('invalid_input', { fields: [{ field: 'emailCode', code }] })

/**
 * Proves the address of a contact by the code that was mailed to it, and with it who posts: an account without a
 * password is made for a new address, the account of a known one is signed in to. Staff is never signed in this way.
 * In a change of one's own ad it proves the address alone: the ad stays with its owner, who stays signed in.
 *
 * @throws DomainError `invalid_input` on `emailCode`: `wrong_code`, `used_up` when a new one is needed, `staff_address`.
 */
export async function verifyEmail(input: VerifyContactInput, context: PostingContext): Promise<VerifiedEmail> {
  const { actor, now, address, locale } = context
  const draft = requireDraft(input.draftId, { memberId: actor.memberId, now })
  await consumeLimit('contact_try_address', address)
  const email = openDraftContact(draft.id)?.email ?? ''
  const redeemed = await redeemCode({ purpose: 'contact_email', subject: draft.id, code: input.code, now })
  if (redeemed.kind === 'refused') throw refused(redeemed.triesLeft > 0 ? 'wrong_code' : 'used_up')
  if (redeemed.data['emailHash'] !== emailHashOf(email)) throw refused('used_up')
  if (draft.details.isEdit && draft.memberId !== null) {
    await commit([...redeemed.steps, markEmailVerified({ id: draft.id, now }, draft.memberId)])
    return { draftId: draft.id, cookies: [] }
  }
  const { member, steps } = memberOf(email, { locale, now })
  const isSignedIn = actor.memberId === member.id
  const session = isSignedIn
    ? undefined
    : await openSession({
        member,
        cookies: context.cookies,
        device: deviceName(context.userAgent),
        isTwoFactors: false,
        now,
      })
  await commit([
    ...redeemed.steps,
    ...steps,
    markEmailVerified({ id: draft.id, now }, member.id),
    ...(session?.steps ?? []),
  ])
  return { draftId: draft.id, cookies: session ? await sessionCookies(session.sid) : [] }
}

/** The member of an address that was just proved, with the steps that make or confirm one. */
function memberOf(
  email: string,
  { locale, now }: Readonly<{ locale: Locale; now: number }>,
): Readonly<{ member: Member; steps: readonly Step[] }> {
  const known = findMemberByEmail(email)
  if (known) {
    if (isStaff(known)) throw refused('staff_address')
    if (!findMemberById(known.id)) throw refused('used_up')
    return { member: known, steps: [markMemberEmail(known.id, now)] }
  }
  const [displayName = email] = email.split('@')
  return memberWithoutPassword({ email, displayName, locale, emailVerifiedAt: now, now })
}
