import { returnInput } from '../../../../../lib/accounts/account-input.ts'
import { setUpTotp } from '../../../../../lib/accounts/set-up-totp.ts'
import { command } from '../../../../../lib/http/command.ts'
import { setUpSessionOfRequest } from '../../../../../lib/http/session-actors.ts'
import { setUpPath } from '../../../../../lib/http/set-up-path.ts'

/** Makes the secret of an authenticator app, which the page then shows. */
export const POST = command({
  actor: setUpSessionOfRequest,
  input: returnInput,
  limit: 'write',
  run: async (_input, { actor }) => {
    await setUpTotp(actor.member)
    return actor.state
  },
  respond: (state, { locale }, { next }) => ({ location: setUpPath(state, { locale, next }), json: {} }),
})
