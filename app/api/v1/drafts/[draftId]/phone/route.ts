import { command } from '../../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { draftPath } from '../../../../../../lib/i18n/paths.ts'
import { verifyContactInput } from '../../../../../../lib/posting/posting-input.ts'
import { verifyPhone } from '../../../../../../lib/posting/verify-phone.ts'

export const POST = command({
  actor: payerOfRequest,
  input: verifyContactInput,
  limit: 'write',
  run: verifyPhone,
  respond: ({ draftId }, _context, { locale }) => ({
    location: `${draftPath(locale, draftId, 'contact')}?verified=phone`,
    json: { isVerified: true },
  }),
})
