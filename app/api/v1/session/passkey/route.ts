import { passkeySignInInput } from '../../../../../lib/accounts/account-input.ts'
import { signInWithPasskey } from '../../../../../lib/accounts/sign-in-with-passkey.ts'
import { accountRequest } from '../../../../../lib/http/account-request.ts'
import { answerSignIn } from '../../../../../lib/http/after-sign-in.ts'
import { command } from '../../../../../lib/http/command.ts'

export const POST = command({
  actor: () => undefined,
  input: passkeySignInInput,
  limit: 'write',
  run: (input, context) => signInWithPasskey(input, accountRequest(context)),
  respond: (signedIn, { locale }, { next }) => answerSignIn(signedIn, { next, locale }),
})
