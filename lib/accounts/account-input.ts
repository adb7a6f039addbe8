import { z } from 'zod'

const email = z.string().max(254).meta({ example: 'lea@example.org' })
const password = z.string().max(512)
const code = z.string().min(1).max(40)
const flow = z.string().min(20).max(80).meta({ description: 'As the request for the code answered it.' })
const next = z.string().max(500).optional().meta({ description: 'A path of this site to go to afterwards.' })
/** What a browser says of a passkey; a form sends it as text. */
const passkey = z.preprocess(
  (value) => (typeof value === 'string' ? readJson(value) : value),
  z.record(z.string(), z.unknown()),
)

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const signUpInput = z.object({ email, displayName: z.string().max(80), password, next }).meta({ id: 'SignUp' })
export const verifyEmailInput = z
  .union([z.object({ flow, code, next }), z.object({ token: z.string().min(20).max(80), password, next })])
  .meta({ id: 'VerifyEmail' })
export const mailCodeInput = z.object({ email, next }).meta({ id: 'MailCode' })
export const enterMailedCodeInput = z.object({ flow, code, next }).meta({ id: 'EnterMailedCode' })
export const resetPasswordInput = z.object({ flow, code, password, next }).meta({ id: 'ResetPassword' })
export const secondFactorInput = z
  .object({ code: code.optional(), passkey: passkey.optional(), next })
  .meta({ id: 'SecondFactor' })
export const confirmIdentityInput = z
  .object({
    password: password.optional(),
    code: z.string().max(40).optional(),
    mailed: z.string().max(40).optional(),
    passkey: passkey.optional(),
    next,
  })
  .meta({ id: 'ConfirmIdentity' })
export const passkeySignInInput = z.object({ passkey, next }).meta({ id: 'PasskeySignIn' })
export const passkeyOptionsInput = z
  .object({ purpose: z.enum(['sign_in', 'second', 'confirm', 'add']) })
  .meta({ id: 'PasskeyOptions' })
export const newPasskeyInput = z.object({ passkey, label: z.string().max(60).default('') }).meta({ id: 'NewPasskey' })
export const removePasskeyInput = z.object({ passkey: z.string().max(400) }).meta({ id: 'RemovePasskey' })
export const totpCodeInput = z.object({ code }).meta({ id: 'TotpCode' })
export const nothingInput = z.object({}).meta({ id: 'Nothing' })
export const returnInput = z.object({ next }).meta({ id: 'Return' })
export const newPasswordInput = z.object({ password }).meta({ id: 'NewPassword' })
export const newEmailInput = z.object({ email }).meta({ id: 'NewEmail' })
export const profileInput = z
  .object({ displayName: z.string().max(80), language: z.enum(['fr', 'en']) })
  .meta({ id: 'Profile' })
export const endSessionsInput = z
  .object({ session: z.string().max(64).meta({ description: 'One of the list, or `all` others.' }) })
  .meta({ id: 'EndSessions' })
export const forgetCardInput = z
  .object({ card: z.string().min(1).max(40).meta({ description: 'One of the list.' }) })
  .meta({ id: 'ForgetCard' })
export const eraseInput = z.object({ understood: z.enum(['on', 'true']) }).meta({ id: 'EraseAccount' })
