import { newPasskeyInput } from '../../../../../lib/accounts/account-input.ts'
import { addPasskey } from '../../../../../lib/accounts/add-passkey.ts'
import { deviceName } from '../../../../../lib/auth/device-name.ts'
import { command } from '../../../../../lib/http/command.ts'
import { setUpSessionOfRequest } from '../../../../../lib/http/session-actors.ts'
import { showCodes } from '../../../../../lib/http/show-codes.ts'

/** Adds the passkey that the browser has just made. */
export const POST = command({
  actor: setUpSessionOfRequest,
  input: newPasskeyInput,
  limit: 'write',
  run: ({ passkey, label }, { actor, now, userAgent }) =>
    addPasskey(actor, { passkey, label: label.trim() || (deviceName(userAgent) ?? ''), now }),
  respond: (added, { locale }) => showCodes(added, { locale, done: 'passkey' }),
})
