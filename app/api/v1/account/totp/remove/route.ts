import { nothingInput } from '../../../../../../lib/accounts/account-input.ts'
import { removeTotp } from '../../../../../../lib/accounts/remove-totp.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { recentSessionOfRequest } from '../../../../../../lib/http/session-actors.ts'
import { securityPath } from '../../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: recentSessionOfRequest,
  input: nothingInput,
  limit: 'write',
  run: (_input, { actor, now }) => removeTotp(actor.member, now),
  respond: (_done, { locale }) => ({ location: `${securityPath(locale)}?done=totp-removed`, json: {} }),
})
