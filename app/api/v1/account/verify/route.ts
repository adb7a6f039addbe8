import { verifyEmailInput } from '../../../../../lib/accounts/account-input.ts'
import { verifyEmail } from '../../../../../lib/accounts/verify-email.ts'
import { accountRequest } from '../../../../../lib/http/account-request.ts'
import { answerSignIn } from '../../../../../lib/http/after-sign-in.ts'
import { command } from '../../../../../lib/http/command.ts'

export const POST = command({
  actor: () => undefined,
  input: verifyEmailInput,
  limit: 'write',
  run: (input, context) => verifyEmail(input, accountRequest(context)),
  respond: (signedIn, { locale }, { next }) => answerSignIn(signedIn, { next, locale }),
})
