import { createHash } from 'node:crypto'
import { isSignedByAny } from '../../signatures.ts'

/**
 * `sig` as Fortumo makes it: MD5 of every other parameter as `name=value`, sorted by name, without separators, followed
 * by the secret. Values are decoded UTF-8.
 *
 * Source: Fortumo's own page "Payment result processing"; the known answers of v0y/django-fortumo pass.
 */
export function fortumoSignature(parameters: ReadonlyMap<string, string>, secret: string): string {
  const text = [...parameters]
    .filter(([name]) => name !== 'sig')
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join('')
  return createHash('md5').update(`${text}${secret}`).digest('hex')
}

export function isSignedByFortumo(parameters: ReadonlyMap<string, string>, secrets: readonly string[]): boolean {
  return isSignedByAny(parameters.get('sig') ?? '', secrets, (secret) => fortumoSignature(parameters, secret))
}
