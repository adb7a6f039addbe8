import { createHash } from 'node:crypto'

export type AllopassFields = Readonly<Record<string, string | readonly string[]>>
type Hash = 'sha1' | 'md5'

/**
 * `api_sig`: the hash of every other parameter as name and value, sorted by name, lists joined without separators,
 * followed by the private key.
 *
 * Source: the vendor's kit, kgkg/allopass-apikit-php5, `AllopassApiRequest::_sign` (grade A−).
 */
export function allopassSignature(fields: AllopassFields, { secret, hash }: Readonly<{ secret: string; hash: Hash }>) {
  const text = Object.keys(fields)
    .filter((name) => name !== 'api_sig')
    .sort()
    .map((name) => name + [fields[name] ?? ''].flat().join(''))
    .join('')
  return createHash(hash)
    .update(text + secret)
    .digest('hex')
}

/** An answer is signed as it came: the hash of its body followed by the private key. */
export function allopassBodySignature(
  body: string,
  { secret, hash }: Readonly<{ secret: string; hash: Hash }>,
): string {
  return createHash(hash)
    .update(body + secret)
    .digest('hex')
}
