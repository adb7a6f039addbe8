import { resetPasswordInput } from '../../../../../../lib/accounts/account-input.ts'
import { resetPassword } from '../../../../../../lib/accounts/reset-password.ts'
import { accountRequest } from '../../../../../../lib/http/account-request.ts'
import { answerSignIn } from '../../../../../../lib/http/after-sign-in.ts'
import { command } from '../../../../../../lib/http/command.ts'

export const POST = command({
  actor: () => undefined,
  input: resetPasswordInput,
  limit: 'write',
  run: (input, context) => resetPassword(input, accountRequest(context)),
  respond: (signedIn, { locale }, { next }) => answerSignIn(signedIn, { next, locale }),
})
