import { randomBytes } from 'node:crypto'
import { keyedHash } from '../config/keys.ts'
import { encodeCrockford, normaliseCode } from '../ids/crockford.ts'

export const backupCodeCount = 10
const symbols = 12

/** Ten codes of sixty bits, to be printed. */
export function newBackupCodes(): readonly string[] {
  return Array.from({ length: backupCodeCount }, () => encodeCrockford(randomBytes(8), symbols))
}

/** What a code is stored as; dashes, spaces and look-alike letters of a typed one do not count. */
export function backupCodeHash(memberId: string, code: string): string {
  return keyedHash('tokens', `backup ${memberId} ${normaliseCode(code)}`)
}

export function looksLikeBackupCode(typed: string): boolean {
  return normaliseCode(typed).length === symbols
}
