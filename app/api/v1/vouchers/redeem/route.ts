import { redeemVoucherInput } from '../../../../../lib/checkout/checkout-input.ts'
import { redeemVoucher } from '../../../../../lib/checkout/redeem-voucher.ts'
import { command } from '../../../../../lib/http/command.ts'
import { deviceCookies, payerOfRequest } from '../../../../../lib/http/payer.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: payerOfRequest,
  input: redeemVoucherInput,
  limit: 'write',
  run: redeemVoucher,
  respond: ({ newDeviceToken, ...redeemed }, _context, input) => ({
    location: `${pathTo(input.locale, 'wallet')}?added=${redeemed.amountMinor}`,
    json: redeemed,
    cookies: deviceCookies(newDeviceToken),
  }),
})
