import type { Locale } from '../i18n/locales.ts'
import { pathTo } from '../i18n/paths.ts'
import { isStaff, type Member } from '../members/member.ts'
import type { SignedIn } from '../members/sign-in-member.ts'
import type { CommandAnswer } from './command-answer.ts'
import { ownPath } from './request-guard.ts'

/** Where somebody goes who has just signed in: on to what she wanted, or first to what her session still needs. */
export function answerSignIn(
  signedIn: SignedIn,
  go: Readonly<{ next: string | undefined; locale: Locale }>,
): CommandAnswer {
  const { member, state, cookies } = signedIn
  const { displayName, email, locale } = member
  if (state === 'complete') {
    const shownOnce = { member: { displayName, email, locale } }
    return { location: destinationOf(member, go), json: { state }, shownOnce, cookies }
  }
  const next = ownPath(go.next)
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`
  return { location: pathTo(go.locale, 'second-factor') + query, json: { state }, cookies }
}

/** The path of this site that was asked for, else where the member is at home. */
export function destinationOf(member: Member, go: Readonly<{ next: string | undefined; locale: Locale }>): string {
  const wanted = ownPath(go.next)
  if (wanted !== '/') return wanted
  return isStaff(member) ? '/admin' : pathTo(go.locale, 'dashboard')
}
