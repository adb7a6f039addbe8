import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { commit, type Step } from '../../db/commit.ts'
import { config } from '../config/env.ts'
import { type Millis, minute } from '../time/time.ts'
import { issueToken } from './issue-token.ts'
import { findPasskey, listPasskeys, type Passkey } from './passkeys-queries.ts'
import { notePasskeyUse } from './passkeys-store.ts'
import { redeemToken } from './redeem-token.ts'

/** What a challenge was made for; an answer to one is no answer to another. */
export type PasskeyPurpose = 'sign_in' | `second:${string}` | `confirm:${string}` | `add:${string}`

const lifetimeMs = 5 * minute

/** Passkeys belong to the host of the site's public address. */
function relyingParty() {
  const { origin } = config()
  return { rpID: new URL(origin).hostname, origin }
}

/** The challenge is a one-time token, so that it works once, for one purpose and for five minutes. */
async function newChallenge(purpose: PasskeyPurpose, now: Millis): Promise<string> {
  const { token, steps } = issueToken({ purpose: 'passkey_challenge', subject: purpose, lifetimeMs, now })
  await commit(steps)
  return token
}

/** What the browser needs to ask for a passkey. @param memberId Whose keys may answer; absent lets the device choose. */
export async function passkeyOptions(
  ask: Readonly<{ purpose: PasskeyPurpose; memberId?: string; needsUser: boolean; now: Millis }>,
) {
  const { purpose, memberId, needsUser, now } = ask
  const known = memberId === undefined ? [] : listPasskeys(memberId)
  return generateAuthenticationOptions({
    rpID: relyingParty().rpID,
    challenge: await newChallenge(purpose, now),
    timeout: lifetimeMs,
    userVerification: needsUser ? 'required' : 'preferred',
    ...(known.length > 0
      ? { allowCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })) }
      : {}),
  })
}

/** What the browser needs to make a new passkey for somebody. */
export async function newPasskeyOptions(
  member: Readonly<{ id: string; email: string; displayName: string }>,
  site: Readonly<{ name: string; now: Millis }>,
) {
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: relyingParty().rpID,
    userID: new TextEncoder().encode(member.id),
    userName: member.email,
    userDisplayName: member.displayName,
    challenge: await newChallenge(`add:${member.id}`, site.now),
    timeout: lifetimeMs,
    attestationType: 'none',
    excludeCredentials: listPasskeys(member.id).map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
}

/**
 * Reads a browser's answer.
 *
 * @returns The passkey and the steps that note its use and use the challenge up, to be committed with what it allows;
 *   undefined when anything is wrong.
 */
export async function readPasskeyAnswer(
  answer: Readonly<{ response: unknown; purpose: PasskeyPurpose; needsUser: boolean; now: Millis }>,
): Promise<Readonly<{ passkey: Passkey; steps: readonly Step[] }> | undefined> {
  const response = answer.response as AuthenticationResponseJSON
  const passkey = typeof response?.id === 'string' ? findPasskey(response.id) : undefined
  if (!passkey) return undefined
  const challenge = challengeFor(answer.purpose, answer.now)
  try {
    const { rpID, origin } = relyingParty()
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge.isRight,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: answer.needsUser,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
        transports: [...passkey.transports],
      },
    })
    if (!verified) return undefined
    const use = { id: passkey.id, counter: authenticationInfo.newCounter, now: answer.now }
    return { passkey, steps: [...challenge.steps(), notePasskeyUse(use)] }
  } catch {
    return undefined
  }
}

export type NewPasskey = Readonly<{
  id: string
  publicKey: Buffer
  counter: number
  transports: readonly string[]
  steps: readonly Step[]
}>

/** Reads a browser's new passkey; undefined when anything is wrong. */
export async function readNewPasskey(
  answer: Readonly<{ response: unknown; memberId: string; now: Millis }>,
): Promise<NewPasskey | undefined> {
  const challenge = challengeFor(`add:${answer.memberId}`, answer.now)
  try {
    const { rpID, origin } = relyingParty()
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer.response as RegistrationResponseJSON,
      expectedChallenge: challenge.isRight,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: false,
    })
    if (!verified) return undefined
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return { id, publicKey: Buffer.from(publicKey), counter, transports, steps: challenge.steps() }
  } catch {
    return undefined
  }
}

function challengeFor(purpose: PasskeyPurpose, now: Millis) {
  let steps: readonly Step[] = []
  const isRight = (sent: string) => {
    const token = Buffer.from(sent, 'base64url').toString()
    const found = redeemToken({ purpose: 'passkey_challenge', token, now })
    if (found.kind !== 'good' || found.subject !== purpose) return false
    steps = found.steps
    return true
  }
  return { isRight, steps: () => steps }
}
