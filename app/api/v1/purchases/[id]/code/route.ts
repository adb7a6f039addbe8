import { enterCodeInput } from '../../../../../../lib/checkout/checkout-input.ts'
import { enterCode } from '../../../../../../lib/checkout/enter-code.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { announcePurchases } from '../../../../../../lib/http/purchase-events.ts'
import { pathTo } from '../../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: payerOfRequest,
  input: enterCodeInput,
  limit: 'write',
  run: enterCode,
  respond: (entered, _context, input) => {
    announcePurchases([entered.purchaseId])
    return { location: pathTo(input.locale, 'pay', entered.purchaseId), json: entered }
  },
})
