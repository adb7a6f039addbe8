import { z } from 'zod'
import { commit, type Step } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { voidTokens } from '../auth/one-time-token-store.ts'
import { isPassword } from '../auth/password.ts'
import { type Redeemed, redeemCode, redeemToken } from '../auth/redeem-token.ts'
import { unseal } from '../config/keys.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import { foldEmail, type Member } from '../members/member.ts'
import { insertMember, newAccountRow } from '../members/members-store.ts'
import type { SignedIn } from '../members/sign-in-member.ts'
import type { Millis } from '../time/time.ts'
import { type AccountRequest, codeRefused, countCodeTry } from './accounts.ts'
import { beginSession } from './begin-session.ts'

const wantedAccount = z.object({
  email: z.string(),
  displayName: z.string(),
  passwordHash: z.string(),
  locale: z.enum(['fr', 'en']),
})

/** The code in the browser that signed up, or the link in any browser together with the password chosen. */
export type EmailProof = Readonly<{ flow: string; code: string } | { token: string; password: string }>

/**
 * Confirms the address of a new account, which exists from now on, and signs in.
 *
 * @throws DomainError `code_refused` for whatever is wrong with the code or the link, an address that has an account by
 *   now included; `invalid_input` on `password` when the link is good and the password is not; `rate_limited`.
 */
export async function verifyEmail(proof: EmailProof, request: AccountRequest): Promise<SignedIn> {
  const { now, address } = request
  await countCodeTry(address)
  const found = await redeem(proof, now)
  if (found?.kind !== 'good') throw codeRefused()
  const flow = found.data['flow'] ?? ''
  const sealed = Buffer.from(found.data['sealed'] ?? '', 'base64url')
  const wanted = wantedAccount.parse(JSON.parse(unseal('tokens', flow, sealed)))
  if ('token' in proof && !(await isPassword(wanted.passwordHash, proof.password)))
    throw new DomainError('invalid_input', { fields: [{ field: 'password', code: 'wrong' }] })
  const { email, displayName, locale, passwordHash } = wanted
  const member: Member = { id: newId(), email, displayName, locale, staffRole: null, createdAt: now }
  const steps: readonly Step[] = [
    ...found.steps,
    voidTokens({ purpose: 'verify_email', subject: flow }, now),
    voidTokens({ purpose: 'verify_email', subject: `link:${flow}` }, now),
    insertMember({ ...newAccountRow, ...member, emailFolded: foldEmail(email), passwordHash, emailVerifiedAt: now }),
    recordAudit({ actor: `member:${member.id}`, action: 'member_signed_up', subject: `member:${member.id}` }, now),
  ]
  try {
    await commit(steps)
  } catch (error) {
    if (isConflict(error)) throw codeRefused()
    throw error
  }
  return beginSession({ member, steps: [] }, request)
}

async function redeem(proof: EmailProof, now: Millis): Promise<Redeemed | undefined> {
  const found =
    'token' in proof
      ? redeemToken({ purpose: 'verify_email', token: proof.token, now })
      : await redeemCode({ purpose: 'verify_email', subject: proof.flow, code: proof.code, now })
  return found.kind === 'good' ? found : undefined
}
