import { keyedHash } from '../config/keys.ts'
import type { Millis } from '../time/time.ts'

/** How often a code may be tried before it is void; with eight digits a guess succeeds once in twenty million. */
export const codeTries = 5
export const codeDigits = 8

/** What a link's token is stored as. */
export function tokenHashOf(purpose: string, token: string): string {
  return keyedHash('tokens', `link ${purpose} ${token}`)
}

/** What a code is stored as; the time makes the same digits different, should they ever be drawn twice. */
export function codeHashOf(code: Readonly<{ purpose: string; subject: string; createdAt: Millis; digits: string }>) {
  return keyedHash('tokens', `code ${code.purpose} ${code.subject} ${code.createdAt} ${code.digits}`)
}

/** A code as people type it: spaces, dots and dashes between the digits are no part of it. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s.·\-_]/g, '')
}
