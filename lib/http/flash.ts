import { seal, unseal } from '../config/keys.ts'
import type { FieldProblem } from '../errors/domain-error.ts'
import { newPublicId } from '../ids/ids.ts'
import { cookieHeader, cookieName, readCookie } from './cookies.ts'

/** What a form shows again after it was refused: why, and what was typed. Secrets are never kept. */
export type Flash = Readonly<{
  code: string
  fields: readonly FieldProblem[]
  values: Readonly<Record<string, string>>
  retryAfterSeconds?: number
}>

const secretFields = new Set(['password', 'code', 'voucher', 'totp', 'quote', 'waiver'])

/** Keeps a refused form for five minutes in an encrypted cookie; the address carries only which one it was. */
export function writeFlash(flash: Flash): Readonly<{ id: string; cookie: string }> {
  const id = newPublicId().slice(0, 10)
  const values = Object.fromEntries(
    Object.entries(flash.values)
      .filter(([name]) => !secretFields.has(name))
      .map(([name, value]) => [name, value.slice(0, 200)])
      .slice(0, 12),
  )
  const sealed = seal('flash', id, JSON.stringify({ ...flash, values })).toString('base64url')
  return { id, cookie: cookieHeader('flash', `${id}.${sealed}`, 300) }
}

/** @returns The refused form that `?e=<id>` names, or undefined. */
export function readFlash(cookies: string | null, id: string | undefined): Flash | undefined {
  const [kept, sealed] = (readCookie(cookies, cookieName('flash')) ?? '').split('.')
  if (!id || kept !== id || !sealed) return undefined
  try {
    return JSON.parse(unseal('flash', id, Buffer.from(sealed, 'base64url'))) as Flash
  } catch {
    return undefined
  }
}
