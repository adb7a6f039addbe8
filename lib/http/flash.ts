import { seal, unseal } from '../config/keys.ts'
import type { FieldProblem } from '../errors/domain-error.ts'
import { newPublicId } from '../ids/ids.ts'
import { cookieHeader, cookieName, readCookie } from './cookies.ts'
import { forgetShownForm, holdForm, readHeldForm } from './held-forms.ts'

/**
 * What a form shows again after it was refused: why, and what was typed. Secrets are never kept: passwords and codes,
 * and what the form itself names in its field `secrets`, which comes back as `type_again`.
 */
export type Flash = Readonly<{
  code: string
  fields: readonly FieldProblem[]
  values: Readonly<Record<string, string>>
  retryAfterSeconds?: number
}>

const neverKept = new Set(['password', 'code', 'mailed', 'passkey', 'token', 'voucher', 'quote', 'waiver'])

const lifeSeconds = 300
const largestCookieBytes = 2800

/**
 * Keeps a refused form for five minutes in an encrypted cookie; the address carries only which one it was. One too long
 * for a cookie, or to be shown once, is kept in memory, and the cookie carries the way to it.
 *
 * @param keeping `owner` is whoever sent it, as the server sees her: the room of one is bounded. One shown once is
 *   forgotten when the page that shows it was sent.
 */
export function writeFlash(
  flash: Flash,
  keeping: Readonly<{ owner?: string; isShownOnce?: true }> = {},
): Readonly<{ id: string; cookie: string }> {
  const id = newPublicId().slice(0, 10)
  const secrets = (flash.values['secrets'] ?? '').split(' ')
  const values = Object.fromEntries(
    Object.entries(flash.values)
      .filter(([name]) => !neverKept.has(name) && !secrets.includes(name))
      .map(([name, value]) => [name, value.slice(0, 20_000)])
      .slice(0, 60),
  )
  const lost = secrets.filter((name) => flash.values[name] && !flash.fields.some(({ field }) => field === name))
  const fields = [...flash.fields, ...lost.map((field) => ({ field, code: 'type_again' }))]
  const text = JSON.stringify({ ...flash, fields, values })
  const { owner = id, isShownOnce = false } = keeping
  const kept =
    isShownOnce || text.length > largestCookieBytes
      ? `~${holdForm({ id, text, owner, isShownOnce }, lifeSeconds * 1000)}`
      : seal('flash', id, text).toString('base64url')
  return { id, cookie: cookieHeader('flash', `${id}.${kept}`, lifeSeconds) }
}

/** For whoever leaves: what was typed, or shown once, is not left to the next person at this browser. */
export function forgetForms(): readonly string[] {
  return [cookieHeader('flash', '', 0), cookieHeader('return', '', 0)]
}

function keptUnder(cookies: string | null, id: string | undefined): string | undefined {
  const [kept, sealed] = (readCookie(cookies, cookieName('flash')) ?? '').split('.')
  return kept === id ? sealed : undefined
}

/** @returns The refused form that `?e=<id>` names, or undefined. */
export function readFlash(cookies: string | null, id: string | undefined): Flash | undefined {
  const sealed = keptUnder(cookies, id)
  if (!id || !sealed) return undefined
  try {
    const text = sealed.startsWith('~')
      ? readHeldForm(id, sealed.slice(1))
      : unseal('flash', id, Buffer.from(sealed, 'base64url'))
    return JSON.parse(text) as Flash
  } catch {
    return undefined
  }
}

/** For the server, once it has sent a page whole: what that page showed for the only time is gone. */
export function forgetShown(cookies: string | null, id: string): void {
  const sealed = keptUnder(cookies, id)
  if (sealed?.startsWith('~')) forgetShownForm(id, sealed.slice(1))
}
