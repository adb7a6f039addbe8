import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import {
  confirmIdentityInput,
  enterMailedCodeInput,
  mailCodeInput,
  passkeyOptionsInput,
  passkeySignInInput,
  resetPasswordInput,
  returnInput,
  secondFactorInput,
  signUpInput,
  verifyEmailInput,
} from '../accounts/account-input.ts'
import { acceptInvitationInput } from '../members/accept-invitation.ts'
import { signInInput, signOutInput } from '../members/sign-in-input.ts'
import { firstOwnerInput } from '../setup/create-owner.ts'
import { write } from './openapi-operations.ts'

const flowOut = z
  .object({ flow: z.string().meta({ description: 'Goes with the code that was mailed.' }), location: z.string() })
  .meta({ id: 'MailedCode', description: 'The same whether or not the address has an account.' })
const signedInOut = z
  .object({
    state: z.enum(['complete', 'needs_second_factor', 'needs_set_up']),
    member: z
      .object({ displayName: z.string(), email: z.string(), locale: z.enum(['fr', 'en']) })
      .optional()
      .meta({ description: 'Once the session is complete.' }),
    location: z.string(),
  })
  .meta({ id: 'SignedIn' })
const passkeyOptionsOut = z
  .object({
    options: z.record(z.string(), z.unknown()).meta({ description: 'What the browser’s own function takes.' }),
    location: z.string(),
  })
  .meta({ id: 'PasskeyCeremony' })

const tag = 'Members' as const
const actor = 'anybody' as const

type Step = Readonly<{ id: string; summary: string; input: z.ZodType; answer?: z.ZodType }>
const open = (step: Step) => ({ post: write({ ...step, tag, actor }) })
const member = (step: Step) => ({ post: write({ ...step, tag, actor: 'session' }) })

/** Getting an account and getting into it. */
export const sessionPaths: ZodOpenApiPathsObject = {
  '/api/v1/account': open({ id: 'signUp', summary: 'Begin an account', input: signUpInput, answer: flowOut }),
  '/api/v1/account/verify': open({
    id: 'verifyEmail',
    summary: 'Prove the address of a new account',
    input: verifyEmailInput,
    answer: signedInOut,
  }),
  '/api/v1/account/reset': open({
    id: 'requestPasswordReset',
    summary: 'Have a code mailed to choose a new password with',
    input: mailCodeInput,
    answer: flowOut,
  }),
  '/api/v1/account/reset/enter': open({
    id: 'resetPassword',
    summary: 'Choose a new password with the mailed code',
    input: resetPasswordInput,
    answer: signedInOut,
  }),
  '/api/v1/session': open({ id: 'signIn', summary: 'Sign in', input: signInInput, answer: signedInOut }),
  '/api/v1/session/code': open({
    id: 'requestSignInCode',
    summary: 'Have a code mailed to sign in with',
    input: mailCodeInput,
    answer: flowOut,
  }),
  '/api/v1/session/code/enter': open({
    id: 'enterSignInCode',
    summary: 'Sign in with the mailed code',
    input: enterMailedCodeInput,
    answer: signedInOut,
  }),
  '/api/v1/session/passkey/options': open({
    id: 'offerPasskey',
    summary: 'The challenge a passkey answers; all but signing in needs a session',
    input: passkeyOptionsInput,
    answer: passkeyOptionsOut,
  }),
  '/api/v1/session/passkey': open({
    id: 'signInWithPasskey',
    summary: 'Sign in with a passkey',
    input: passkeySignInInput,
    answer: signedInOut,
  }),
  '/api/v1/session/second-factor': member({
    id: 'giveSecondFactor',
    summary: 'Complete a session with a code of the app, a backup code or a passkey',
    input: secondFactorInput,
    answer: signedInOut,
  }),
  '/api/v1/session/confirm': member({
    id: 'confirmIdentity',
    summary: 'Prove again who is signed in; counts for ten minutes',
    input: confirmIdentityInput,
  }),
  '/api/v1/session/confirm/code': member({
    id: 'mailConfirmationCode',
    summary: 'Have a code mailed that proves it where there is no password',
    input: returnInput,
  }),
  '/api/v1/session/end': open({ id: 'signOut', summary: 'Sign out', input: signOutInput }),
  '/api/v1/team/accept': open({
    id: 'acceptInvitation',
    summary: 'Take up an invitation to the team; the link works once',
    input: acceptInvitationInput,
  }),
  '/api/v1/setup/owner': {
    post: write({
      id: 'createOwner',
      summary: 'Create the first account of a new site',
      tag,
      input: firstOwnerInput,
      actor,
      isNew: true,
    }),
  },
}
