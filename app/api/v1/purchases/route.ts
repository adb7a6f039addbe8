import { requestUnlockInput } from '../../../../lib/checkout/checkout-input.ts'
import { requestUnlock } from '../../../../lib/checkout/request-unlock.ts'
import { command } from '../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../lib/http/payer.ts'
import { answerPurchase } from '../../../../lib/http/purchase-answers.ts'

export const POST = command({
  actor: payerOfRequest,
  input: requestUnlockInput,
  limit: 'purchase',
  run: requestUnlock,
  respond: (outcome, _context, input) => answerPurchase(outcome, input.locale),
})
