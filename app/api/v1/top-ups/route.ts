import { requestTopUpInput } from '../../../../lib/checkout/checkout-input.ts'
import { requestTopUp } from '../../../../lib/checkout/request-top-up.ts'
import { command } from '../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../lib/http/payer.ts'
import { answerPurchase } from '../../../../lib/http/purchase-answers.ts'

export const POST = command({
  actor: payerOfRequest,
  input: requestTopUpInput,
  limit: 'purchase',
  run: requestTopUp,
  respond: (outcome, _context, input) => answerPurchase(outcome, input.locale),
})
