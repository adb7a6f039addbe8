import { createMember } from '../../lib/members/create-member.ts'
import type { StaffRole } from '../../lib/members/member.ts'
import { signInMember } from '../../lib/members/sign-in-member.ts'
import { currentTime } from '../../lib/time/time.ts'

export const testPassword = 'un mot de passe assez long'

/** Creates a member and signs her in; returns what her browser sends as `Cookie`. */
export async function signedIn(staffRole: StaffRole | null, locale: 'fr' | 'en' = 'fr'): Promise<string> {
  const email = `${staffRole ?? 'visitor'}-${locale}@demo.example.org`
  const now = currentTime()
  await createMember({ email, password: testPassword, displayName: 'Camille', staffRole, locale, now })
  const { cookies } = await signInMember({ email, password: testPassword, address: '192.0.2.1', cookies: null, now })
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
