import { recoverForMember } from '../../../../../lib/accounts/recover-for-member.ts'
import { recoverInput } from '../../../../../lib/checkout/checkout-input.ts'
import { command } from '../../../../../lib/http/command.ts'
import { deviceCookies, payerOfRequest } from '../../../../../lib/http/payer.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: payerOfRequest,
  input: recoverInput,
  limit: 'write',
  run: recoverForMember,
  respond: ({ purchaseId, newDeviceToken }, _context, input) => ({
    location: `${pathTo(input.locale, 'my-access')}?recovered=1`,
    json: { purchaseId },
    cookies: deviceCookies(newDeviceToken),
  }),
})
