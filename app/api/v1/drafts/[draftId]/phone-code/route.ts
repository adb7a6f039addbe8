import { command } from '../../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { draftPath } from '../../../../../../lib/i18n/paths.ts'
import { draftInput } from '../../../../../../lib/posting/posting-input.ts'
import { sendPhoneCode } from '../../../../../../lib/posting/send-phone-code.ts'

export const POST = command({
  actor: payerOfRequest,
  input: draftInput,
  limit: 'draft',
  run: sendPhoneCode,
  respond: ({ draftId }, _context, { locale }) => ({
    location: `${draftPath(locale, draftId, 'contact')}?sent=phone`,
    json: {},
    status: 202,
  }),
})
