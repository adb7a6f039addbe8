import { createHmac } from 'node:crypto'
import { isSignedByAny } from '../../signatures.ts'

/**
 * `digest` of a request: HMAC-SHA-256, keyed with the password, of all values in the order of their names.
 *
 * Source: purposeindustries/node-dimoco, whose known answer passes (grade B).
 */
export function dimocoDigest(fields: Readonly<Record<string, string>>, password: string): string {
  const values = Object.keys(fields)
    .filter((name) => name !== 'digest')
    .sort()
    .map((name) => fields[name])
  return createHmac('sha256', password).update(values.join('')).digest('hex')
}

/** `digest` of a callback covers its `data`, decoded but otherwise untouched. */
export function isDimocoCallback(data: string, digest: string, passwords: readonly string[]): boolean {
  return isSignedByAny(digest, passwords, (password) => createHmac('sha256', password).update(data).digest('hex'))
}
