import { createHash } from 'node:crypto'
import { isSignedByAny } from '../../signatures.ts'

/**
 * `hash`: hex SHA-512 over the values of all fields but itself, in the order of their names, and then the secret.
 *
 * Source: four independent implementations agree (grade B). Nothing stands between two values, so whoever relies on a
 * field must hold it to its exact shape: digits could otherwise be moved from one field to the next.
 */
export function neosurfHash(fields: Readonly<Record<string, string>>, secret: string): string {
  const values = Object.keys(fields)
    .filter((name) => name !== 'hash')
    .sort()
    .map((name) => fields[name])
  return createHash('sha512')
    .update(values.join('') + secret)
    .digest('hex')
}

export function isNeosurfHash(fields: Readonly<Record<string, string>>, secrets: readonly string[]): boolean {
  return isSignedByAny(fields['hash'] ?? '', secrets, (secret) => neosurfHash(fields, secret))
}
