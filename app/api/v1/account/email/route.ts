import { newEmailInput } from '../../../../../lib/accounts/account-input.ts'
import { requestEmailChange } from '../../../../../lib/accounts/request-email-change.ts'
import { accountRequest } from '../../../../../lib/http/account-request.ts'
import { command } from '../../../../../lib/http/command.ts'
import { recentSessionOfRequest } from '../../../../../lib/http/session-actors.ts'
import { securityPath } from '../../../../../lib/i18n/paths.ts'

/** Mails a code to a new address; the answer does not tell whether it has an account. */
export const POST = command({
  actor: recentSessionOfRequest,
  input: newEmailInput,
  limit: 'write',
  run: ({ email }, context) => requestEmailChange({ member: context.actor.member, email }, accountRequest(context)),
  respond: (_done, { locale }) => ({ location: `${securityPath(locale)}?sent=email#email`, json: {} }),
})
