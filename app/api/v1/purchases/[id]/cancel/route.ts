import { cancelPurchase } from '../../../../../../lib/checkout/cancel-purchase.ts'
import { purchaseInput } from '../../../../../../lib/checkout/checkout-input.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { announcePurchases } from '../../../../../../lib/http/purchase-events.ts'
import { pathTo } from '../../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: payerOfRequest,
  input: purchaseInput,
  limit: 'write',
  run: cancelPurchase,
  respond: ({ purchaseId }, _context, input) => {
    announcePurchases([purchaseId])
    return { location: pathTo(input.locale, 'pay', purchaseId), json: { purchaseId } }
  },
})
