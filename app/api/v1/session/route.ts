import { command } from '../../../../lib/http/command.ts'
import { ownPath } from '../../../../lib/http/request-guard.ts'
import { homePath } from '../../../../lib/i18n/paths.ts'
import { isStaff } from '../../../../lib/members/member.ts'
import { signInInput } from '../../../../lib/members/sign-in-input.ts'
import { signInMember } from '../../../../lib/members/sign-in-member.ts'

/** Opens a session; the form of the sign-in page posts here. */
export const POST = command({
  actor: () => undefined,
  input: signInInput,
  limit: 'write',
  run: ({ email, password }, { address, cookies, now }) => signInMember({ email, password, address, cookies, now }),
  respond: ({ member, cookies }, { locale }, { next }) => ({
    location: destinationOf(next, isStaff(member) ? '/admin' : homePath(locale)),
    json: { member: { displayName: member.displayName, email: member.email, locale: member.locale } },
    cookies,
  }),
})

function destinationOf(next: string | undefined, usual: string): string {
  const wanted = ownPath(next)
  return wanted === '/' ? usual : wanted
}
