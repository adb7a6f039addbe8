import { recoverInput } from '../../../../../lib/checkout/checkout-input.ts'
import { recoverAccess } from '../../../../../lib/checkout/recover-access.ts'
import { command } from '../../../../../lib/http/command.ts'
import { deviceCookies, payerOfRequest } from '../../../../../lib/http/payer.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: payerOfRequest,
  input: recoverInput,
  limit: 'write',
  run: recoverAccess,
  respond: ({ purchaseId, newDeviceToken }, _context, input) => ({
    location: `${pathTo(input.locale, 'my-access')}?recovered=1`,
    json: { purchaseId },
    cookies: deviceCookies(newDeviceToken),
  }),
})
