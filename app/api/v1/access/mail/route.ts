import { mailRecoveryInput } from '../../../../../lib/checkout/checkout-input.ts'
import { mailRecovery } from '../../../../../lib/checkout/mail-recovery.ts'
import { command } from '../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../lib/http/payer.ts'
import { laterWord, pathTo } from '../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: payerOfRequest,
  input: mailRecoveryInput,
  limit: 'write',
  run: mailRecovery,
  respond: (accepted, _context, input) => ({
    location: `${pathTo(input.locale, 'my-access', laterWord(input.locale, 'recover'))}?sent=1`,
    json: accepted,
  }),
})
