import { totpCodeInput } from '../../../../../../lib/accounts/account-input.ts'
import { confirmTotp } from '../../../../../../lib/accounts/confirm-totp.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { setUpSessionOfRequest } from '../../../../../../lib/http/session-actors.ts'
import { showCodes } from '../../../../../../lib/http/show-codes.ts'

/** From here on the app counts; the backup codes are answered once. */
export const POST = command({
  actor: setUpSessionOfRequest,
  input: totpCodeInput,
  limit: 'write',
  run: ({ code }, { actor, now }) => confirmTotp(actor, { code, now }),
  respond: (added, { locale }) => showCodes(added, { locale, done: 'totp' }),
})
