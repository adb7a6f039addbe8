import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Locale } from '../i18n/locales.ts'
import { pathTo } from '../i18n/paths.ts'
import { findMemberSession, type MemberSession } from '../members/find-member.ts'
import { currentTime } from '../time/time.ts'

/**
 * Guards a member's own page; every such page calls it itself, before it reads anything. A stranger is sent to sign in,
 * somebody whose session needs a second factor to give it; both come back to `path`.
 */
export async function requireMemberPage(need: Readonly<{ locale: Locale; path: string }>): Promise<MemberSession> {
  const found = await findMemberSession((await headers()).get('cookie'), currentTime())
  const next = `?next=${encodeURIComponent(need.path)}`
  if (!found) redirect(pathTo(need.locale, 'sign-in') + next)
  if (found.state !== 'complete') redirect(pathTo(need.locale, 'second-factor') + next)
  return found
}
