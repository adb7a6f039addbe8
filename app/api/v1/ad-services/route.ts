import { requestUnlockInput } from '../../../../lib/checkout/checkout-input.ts'
import { requestAdService } from '../../../../lib/checkout/request-ad-service.ts'
import { command } from '../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../lib/http/payer.ts'
import { answerPurchase } from '../../../../lib/http/purchase-answers.ts'
import { announcePurchases } from '../../../../lib/http/purchase-events.ts'

/** Pays for the publication of an ad or a better place for it; anybody may. */
export const POST = command({
  actor: payerOfRequest,
  input: requestUnlockInput,
  limit: 'purchase',
  run: requestAdService,
  respond: (outcome, _context, input) => {
    if (outcome.kind === 'settled') announcePurchases([outcome.purchaseId])
    return answerPurchase(outcome, input.locale)
  },
})
