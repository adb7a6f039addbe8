import { totpCodeInput } from '../../../../../../lib/accounts/account-input.ts'
import { confirmEmailChange } from '../../../../../../lib/accounts/confirm-email-change.ts'
import { accountRequest } from '../../../../../../lib/http/account-request.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { memberOfRequest } from '../../../../../../lib/http/session-actors.ts'
import { securityPath } from '../../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: memberOfRequest,
  input: totpCodeInput,
  limit: 'write',
  run: ({ code }, context) => confirmEmailChange({ member: context.actor, code }, accountRequest(context)),
  respond: (_changed, { locale }) => ({ location: `${securityPath(locale)}?done=email`, json: {} }),
})
