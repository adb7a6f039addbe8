import { createHash } from 'node:crypto'

/** Neosurf's hash: the values of all fields in the order of their names, then the secret, by SHA-512. */
export function hashOf(fields: Readonly<Record<string, string>>, secret: string): string {
  const digest = createHash('sha512')
  for (const name of Object.keys(fields).sort()) if (name !== 'hash') digest.update(fields[name] ?? '')
  return digest.update(secret).digest('hex')
}
