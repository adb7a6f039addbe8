import { enterMailedCodeInput } from '../../../../../../lib/accounts/account-input.ts'
import { enterSignInCode } from '../../../../../../lib/accounts/enter-sign-in-code.ts'
import { accountRequest } from '../../../../../../lib/http/account-request.ts'
import { answerSignIn } from '../../../../../../lib/http/after-sign-in.ts'
import { command } from '../../../../../../lib/http/command.ts'

export const POST = command({
  actor: () => undefined,
  input: enterMailedCodeInput,
  limit: 'write',
  run: (input, context) => enterSignInCode(input, accountRequest(context)),
  respond: (signedIn, { locale }, { next }) => answerSignIn(signedIn, { next, locale }),
})
