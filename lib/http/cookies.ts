import { config } from '../config/env.ts'

/** With https the `__Host-` prefix binds a cookie to this host, whatever a sibling domain sets. */
function isSecure(): boolean {
  return config().origin.startsWith('https:')
}

type CookieName = 'device' | 'flash' | 'session' | 'return'

export function cookieName(name: CookieName): string {
  return `${isSecure() ? '__Host-' : ''}obole_${name}`
}

/** A `Set-Cookie` value: HttpOnly, same-site, whole site. @param maxAgeSeconds 0 deletes. */
export function cookieHeader(name: CookieName, value: string, maxAgeSeconds: number): string {
  const secure = isSecure() ? '; Secure' : ''
  return `${cookieName(name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`
}

export function readCookie(header: string | null, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}
