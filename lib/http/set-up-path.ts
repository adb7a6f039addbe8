import type { Locale } from '../i18n/locales.ts'
import { pathTo, securityPath } from '../i18n/paths.ts'
import type { SessionState } from '../members/session-state.ts'
import { ownPath } from './request-guard.ts'

/** The page on which a second factor is set up: for a session that is not complete yet, the one that completes it. */
export function setUpPath(state: SessionState, go: Readonly<{ locale: Locale; next: string | undefined }>): string {
  if (state === 'complete') return `${securityPath(go.locale)}#totp`
  const next = ownPath(go.next)
  return pathTo(go.locale, 'second-factor') + (next === '/' ? '' : `?next=${encodeURIComponent(next)}`)
}
