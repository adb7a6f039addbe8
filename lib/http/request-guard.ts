import { config } from '../config/env.ts'
import { DomainError } from '../errors/domain-error.ts'

const readableTypes = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'] as const
export const largestCommandBytes = 64 * 1024

/** The media type without its parameters. @throws DomainError `unsupported_media_type`. */
export function requireReadableType(headers: Headers): (typeof readableTypes)[number] {
  const sent = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const type = readableTypes.find((candidate) => candidate === sent)
  if (!type) throw new DomainError('unsupported_media_type')
  return type
}

/**
 * Refuses a request that another site made the browser send. `Sec-Fetch-Site` decides where the browser sends it;
 * otherwise `Origin` must be ours. A missing or `null` origin counts as foreign.
 *
 * @throws DomainError `foreign_origin`.
 */
export function requireSameOrigin(headers: Headers): void {
  const site = headers.get('sec-fetch-site')
  if (site === 'same-origin') return
  if (site !== null || headers.get('origin') !== config().origin) throw new DomainError('foreign_origin')
}

/** True for a request that no browser made, or none that carries anything of its user. */
export function isProgram(headers: Headers): boolean {
  return !['cookie', 'origin', 'sec-fetch-site'].some((name) => headers.has(name))
}

/** A path of this site to send a form back to; anything else becomes `/`. */
export function ownPath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[\w\-./?=&%+:~,]*$/.test(value) || value.length > 500) return '/'
  return value
}
