import { config } from '../config/env.ts'

export type AuthCookie = 'session' | 'csrf' | 'callback'

/** With https the `__Host-` prefix binds the cookie to this host, whatever a sibling domain sets. */
export function authCookieName(cookie: AuthCookie): string {
  return `${isSecureSite() ? '__Host-' : ''}obole_${cookie}`
}

export function isSecureSite(): boolean {
  return config().origin.startsWith('https:')
}

/** The cookies of a request by name. */
export function parseCookies(header: string | null): Record<string, string> {
  const found: Record<string, string> = {}
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0) found[part.slice(0, at).trim()] = decoded(part.slice(at + 1).trim())
  }
  return found
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
