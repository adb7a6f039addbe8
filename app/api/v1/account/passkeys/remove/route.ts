import { removePasskeyInput } from '../../../../../../lib/accounts/account-input.ts'
import { removePasskey } from '../../../../../../lib/accounts/remove-passkey.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { recentSessionOfRequest } from '../../../../../../lib/http/session-actors.ts'
import { securityPath } from '../../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: recentSessionOfRequest,
  input: removePasskeyInput,
  limit: 'write',
  run: ({ passkey }, { actor, now }) => removePasskey(actor.member, { passkey, now }),
  respond: (_done, { locale }) => ({ location: `${securityPath(locale)}?done=passkey-removed`, json: {} }),
})
