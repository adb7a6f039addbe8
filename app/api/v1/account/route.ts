import { signUpInput } from '../../../../lib/accounts/account-input.ts'
import { signUp } from '../../../../lib/accounts/sign-up.ts'
import { accountRequest } from '../../../../lib/http/account-request.ts'
import { command } from '../../../../lib/http/command.ts'
import { ownPath } from '../../../../lib/http/request-guard.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'

/** Begins an account; the answer does not tell whether the address has one. */
export const POST = command({
  actor: () => undefined,
  input: signUpInput,
  limit: 'write',
  run: (input, context) => signUp(input, accountRequest(context)),
  respond: ({ flow }, { locale }, { next }) => ({
    location: `${pathTo(locale, 'verify')}?${new URLSearchParams({ for: 'sign-up', flow, next: ownPath(next) })}`,
    json: { flow },
  }),
})
