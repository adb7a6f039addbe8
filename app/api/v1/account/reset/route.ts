import { mailCodeInput } from '../../../../../lib/accounts/account-input.ts'
import { requestPasswordReset } from '../../../../../lib/accounts/request-password-reset.ts'
import { accountRequest } from '../../../../../lib/http/account-request.ts'
import { command } from '../../../../../lib/http/command.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'

/** Mails a code to choose a new password with; the answer does not tell whether there is an account. */
export const POST = command({
  actor: () => undefined,
  input: mailCodeInput,
  limit: 'write',
  run: (input, context) => requestPasswordReset(input, accountRequest(context)),
  respond: ({ flow }, { locale }) => ({
    location: `${pathTo(locale, 'forgot-password')}?flow=${flow}`,
    json: { flow },
  }),
})
