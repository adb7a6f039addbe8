import { showContactInput } from '../../../../lib/checkout/checkout-input.ts'
import { showContact } from '../../../../lib/checkout/show-contact.ts'
import { command } from '../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../lib/http/payer.ts'
import { contactPath } from '../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: payerOfRequest,
  input: showContactInput,
  limit: 'write',
  run: showContact,
  respond: ({ ref }, _context, input) => ({ location: contactPath(input.locale, ref), json: { ref } }),
})
