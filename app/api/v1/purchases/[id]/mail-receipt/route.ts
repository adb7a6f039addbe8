import { mailReceiptInput } from '../../../../../../lib/checkout/checkout-input.ts'
import { mailReceipt } from '../../../../../../lib/checkout/mail-receipt.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { pathTo } from '../../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: payerOfRequest,
  input: mailReceiptInput,
  limit: 'write',
  run: mailReceipt,
  respond: ({ purchaseId }, _context, input) => ({
    location: `${pathTo(input.locale, 'receipt', purchaseId)}?sent=1`,
    json: { purchaseId },
  }),
})
