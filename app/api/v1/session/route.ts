import { signIn } from '../../../../lib/accounts/sign-in.ts'
import { accountRequest } from '../../../../lib/http/account-request.ts'
import { answerSignIn } from '../../../../lib/http/after-sign-in.ts'
import { command } from '../../../../lib/http/command.ts'
import { signInInput } from '../../../../lib/members/sign-in-input.ts'

/** Opens a session; the form of the sign-in page posts here. */
export const POST = command({
  actor: () => undefined,
  input: signInInput,
  limit: 'write',
  run: ({ email, password }, context) => signIn({ email, password }, accountRequest(context)),
  respond: (signedIn, { locale }, { next }) => answerSignIn(signedIn, { next, locale }),
})
