import { command } from '../../../../../lib/http/command.ts'
import { forgetForms } from '../../../../../lib/http/flash.ts'
import { homePath } from '../../../../../lib/i18n/paths.ts'
import { signOutInput } from '../../../../../lib/members/sign-in-input.ts'
import { signOutMember } from '../../../../../lib/members/sign-out-member.ts'

/** Ends the session of the request; a stranger's request ends nothing and is answered alike. */
export const POST = command({
  actor: () => undefined,
  input: signOutInput,
  limit: 'write',
  run: (_input, { cookies, now }) => signOutMember(cookies, now),
  respond: (cookies, { locale }) => ({ location: homePath(locale), json: {}, cookies: [...cookies, ...forgetForms()] }),
})
