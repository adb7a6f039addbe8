import { mailCodeInput } from '../../../../../lib/accounts/account-input.ts'
import { requestCode } from '../../../../../lib/accounts/request-code.ts'
import { accountRequest } from '../../../../../lib/http/account-request.ts'
import { command } from '../../../../../lib/http/command.ts'
import { ownPath } from '../../../../../lib/http/request-guard.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'

/** Mails a code to sign in with; the answer does not tell whether there is an account. */
export const POST = command({
  actor: () => undefined,
  input: mailCodeInput,
  limit: 'write',
  run: ({ email }, context) => requestCode({ purpose: 'sign_in_code', email }, accountRequest(context)),
  respond: ({ flow }, { locale }, { next }) => ({
    location: `${pathTo(locale, 'verify')}?${new URLSearchParams({ for: 'sign-in', flow, next: ownPath(next) })}`,
    json: { flow },
  }),
})
