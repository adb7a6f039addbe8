import { seal, unseal } from '../config/keys.ts'
import type { FieldProblem } from '../errors/domain-error.ts'
import { newPublicId } from '../ids/ids.ts'
import { currentTime } from '../time/time.ts'
import { cookieHeader, cookieName, readCookie } from './cookies.ts'

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

/** Forms too long for a cookie wait here, each under a secret that only its own browser has. */
type Waiting = Readonly<{ id: string; text: string; until: number }>
const shared = globalThis as typeof globalThis & { oboleLongForms?: Map<string, Waiting> }
const mostWaiting = 200

/**
 * Keeps a refused form for five minutes in an encrypted cookie; the address carries only which one it was. One too long
 * for a cookie is kept in memory, and the cookie carries the way to it.
 */
export function writeFlash(flash: Flash): Readonly<{ id: string; cookie: string }> {
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
  const kept =
    text.length > largestCookieBytes ? `~${keepLong(id, text)}` : seal('flash', id, text).toString('base64url')
  return { id, cookie: cookieHeader('flash', `${id}.${kept}`, lifeSeconds) }
}

/** For whoever leaves: what was typed, or shown once, is not left to the next person at this browser. */
export function forgetForms(): readonly string[] {
  return [cookieHeader('flash', '', 0), cookieHeader('return', '', 0)]
}

function keepLong(id: string, text: string): string {
  shared.oboleLongForms ??= new Map()
  const forms = shared.oboleLongForms
  const now = currentTime()
  for (const [secret, form] of forms) if (form.until <= now || forms.size >= mostWaiting) forms.delete(secret)
  const secret = newPublicId()
  forms.set(secret, { id, text, until: now + lifeSeconds * 1000 })
  return secret
}

function readLong(id: string, secret: string): string {
  const form = shared.oboleLongForms?.get(secret)
  return form && form.id === id && form.until > currentTime() ? form.text : ''
}

/** @returns The refused form that `?e=<id>` names, or undefined. */
export function readFlash(cookies: string | null, id: string | undefined): Flash | undefined {
  const [kept, sealed] = (readCookie(cookies, cookieName('flash')) ?? '').split('.')
  if (!id || kept !== id || !sealed) return undefined
  try {
    const text = sealed.startsWith('~')
      ? readLong(id, sealed.slice(1))
      : unseal('flash', id, Buffer.from(sealed, 'base64url'))
    return JSON.parse(text) as Flash
  } catch {
    return undefined
  }
}
