import { keyedHash } from '../../lib/config/keys.ts'

/** The demonstration's own secret of one kind for one company: 64 characters of hexadecimal. */
export function demoSecret(company: string, what: string): string {
  return Buffer.from(keyedHash('provider-settings', `demo ${company} ${what}`))
    .toString('hex')
    .slice(0, 64)
}
