import { equalInConstantTime } from '../config/keys.ts'

/**
 * Whether a signature was made with one of the secrets; each is tried, so that timing does not tell which.
 *
 * @param make The signature by one secret.
 */
export function isSignedByAny(given: string, secrets: readonly string[], make: (secret: string) => string): boolean {
  let isGenuine = false
  for (const secret of secrets) isGenuine = equalInConstantTime(make(secret), given) || isGenuine
  return isGenuine
}
