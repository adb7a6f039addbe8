import { mailCodeInput } from '../../../../../lib/accounts/account-input.ts'
import { requestCode } from '../../../../../lib/accounts/request-code.ts'
import { accountRequest } from '../../../../../lib/http/account-request.ts'
import { command } from '../../../../../lib/http/command.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'

/** Mails a code to choose a new password with; the answer does not tell whether there is an account. */
export const POST = command({
  actor: () => undefined,
  input: mailCodeInput,
  limit: 'write',
  run: ({ email }, context) => requestCode({ purpose: 'reset_password', email }, accountRequest(context)),
  respond: ({ flow }, { locale }) => ({
    location: `${pathTo(locale, 'forgot-password')}?flow=${flow}`,
    json: { flow },
  }),
})
