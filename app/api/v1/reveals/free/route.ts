import { revealFreeInput } from '../../../../../lib/checkout/checkout-input.ts'
import { revealFree } from '../../../../../lib/checkout/reveal-free.ts'
import { command } from '../../../../../lib/http/command.ts'
import { deviceCookies, payerOfRequest } from '../../../../../lib/http/payer.ts'
import { contactPath } from '../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: payerOfRequest,
  input: revealFreeInput,
  limit: 'purchase',
  run: revealFree,
  respond: ({ ref, newDeviceToken }, _context, input) => ({
    location: contactPath(input.locale, ref),
    json: { ref },
    cookies: deviceCookies(newDeviceToken),
  }),
})
