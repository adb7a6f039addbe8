import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import {
  endSessionsInput,
  eraseInput,
  forgetCardInput,
  newEmailInput,
  newPasskeyInput,
  newPasswordInput,
  nothingInput,
  profileInput,
  removePasskeyInput,
  returnInput,
  totpCodeInput,
} from '../accounts/account-input.ts'
import { problem, write } from './openapi-operations.ts'

const codesOut = z
  .object({
    codes: z.array(z.string()).optional().meta({ description: 'New backup codes; they are shown this once.' }),
    location: z.string(),
  })
  .meta({ id: 'BackupCodes' })
const exportOut = z
  .looseObject({
    exportedAt: z.iso.datetime(),
    times: z.string().meta({ description: 'How the times below are to be read.' }),
    amounts: z.string().meta({ description: 'How the amounts below are to be read.' }),
    contactsOfYourAds: z.array(z.looseObject({ ad: z.string().meta({ description: 'Reference of the ad.' }) })),
  })
  .meta({ id: 'PersonalData', description: 'And, by the name of each table, the rows that concern the member.' })

const cardsOut = z
  .object({
    cards: z.array(
      z.object({
        id: z.string().meta({ description: 'What a purchase names as `instrumentId`.' }),
        label: z.string().meta({ description: 'Fit to be shown.', example: 'Visa •••• 4242' }),
        expiresAt: z.int().nullable().meta({ description: 'Milliseconds UTC.' }),
      }),
    ),
  })
  .meta({ id: 'KeptCards' })

const tag = 'Account' as const
const actor = 'session' as const

type Step = Readonly<{ id: string; summary: string; input: z.ZodType; answer?: z.ZodType }>
const member = (step: Step) => ({ post: write({ ...step, tag, actor }) })
const proven = (step: Step) => ({ post: write({ ...step, tag, actor, needsProof: true }) })

/** What somebody who is signed in may change about the own account. */
export const accountPaths: ZodOpenApiPathsObject = {
  '/api/v1/account/profile': member({ id: 'changeProfile', summary: 'Change name and language', input: profileInput }),
  '/api/v1/account/sessions': member({
    id: 'endSessions',
    summary: 'End one other session, or all others',
    input: endSessionsInput,
  }),
  '/api/v1/account/password': proven({
    id: 'changePassword',
    summary: 'Change the password',
    input: newPasswordInput,
  }),
  '/api/v1/account/email': proven({
    id: 'requestEmailChange',
    summary: 'Have a code mailed to a new address',
    input: newEmailInput,
  }),
  '/api/v1/account/email/confirm': member({
    id: 'confirmEmailChange',
    summary: 'Move the account to the new address by its code',
    input: totpCodeInput,
  }),
  '/api/v1/account/passkeys': proven({
    id: 'addPasskey',
    summary: 'Add the passkey that the browser has just made',
    input: newPasskeyInput,
    answer: codesOut,
  }),
  '/api/v1/account/passkeys/remove': proven({
    id: 'removePasskey',
    summary: 'Remove a passkey',
    input: removePasskeyInput,
  }),
  '/api/v1/account/totp': proven({
    id: 'setUpTotp',
    summary: 'Make the secret of an authenticator app, which the page then shows',
    input: returnInput,
  }),
  '/api/v1/account/totp/confirm': proven({
    id: 'confirmTotp',
    summary: 'Prove the app by a code of it; from here on it counts',
    input: totpCodeInput,
    answer: codesOut,
  }),
  '/api/v1/account/totp/remove': proven({ id: 'removeTotp', summary: 'Do without the app', input: nothingInput }),
  '/api/v1/account/backup-codes': proven({
    id: 'renewBackupCodes',
    summary: 'Make new backup codes; the old ones are worth nothing',
    input: nothingInput,
    answer: codesOut,
  }),
  '/api/v1/account/cards': {
    get: {
      operationId: 'listCards',
      summary: 'Cards the member had kept to pay in one gesture',
      tags: [tag],
      security: [{ session: [] }],
      responses: {
        '200': { description: 'The newest first.', content: { 'application/json': { schema: cardsOut } } },
        '401': problem('Nobody is signed in.'),
      },
    },
  },
  '/api/v1/account/cards/forget': member({
    id: 'forgetCard',
    summary: 'Forget one of them, here and at the company that keeps it',
    input: forgetCardInput,
  }),
  '/api/v1/account/export': {
    get: {
      operationId: 'exportMyData',
      summary: 'Everything the site knows of the member, as a file',
      tags: [tag],
      security: [{ session: [] }],
      responses: {
        '200': { description: 'The file.', content: { 'application/json': { schema: exportOut } } },
        '401': problem('Nobody is signed in.'),
        '403': problem('Who is signed in must prove it again.'),
      },
    },
  },
  '/api/v1/account/erase': proven({ id: 'eraseAccount', summary: 'Forget the member for good', input: eraseInput }),
}
