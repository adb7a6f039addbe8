import { newPasswordInput } from '../../../../../lib/accounts/account-input.ts'
import { changePassword } from '../../../../../lib/accounts/change-password.ts'
import { command } from '../../../../../lib/http/command.ts'
import { recentSessionOfRequest } from '../../../../../lib/http/session-actors.ts'
import { securityPath } from '../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: recentSessionOfRequest,
  input: newPasswordInput,
  limit: 'write',
  run: ({ password }, { actor, now }) => changePassword(actor, { password, now }),
  respond: (cookies, { locale }) => ({ location: `${securityPath(locale)}?done=password`, json: {}, cookies }),
})
