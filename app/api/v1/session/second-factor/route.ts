import { secondFactorInput } from '../../../../../lib/accounts/account-input.ts'
import { giveSecondFactor } from '../../../../../lib/accounts/give-second-factor.ts'
import { accountRequest } from '../../../../../lib/http/account-request.ts'
import { answerSignIn } from '../../../../../lib/http/after-sign-in.ts'
import { command } from '../../../../../lib/http/command.ts'

/** Completes a session with a code of the app, a backup code or a passkey. */
export const POST = command({
  actor: () => undefined,
  input: secondFactorInput,
  limit: 'write',
  run: ({ code, passkey }, context) => giveSecondFactor({ code, passkey }, accountRequest(context)),
  respond: ({ member, cookies }, { locale }, { next }) =>
    answerSignIn({ member, cookies, state: 'complete' }, { next, locale }),
})
