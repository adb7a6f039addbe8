import { command } from '../../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { draftPath } from '../../../../../../lib/i18n/paths.ts'
import { draftInput } from '../../../../../../lib/posting/posting-input.ts'
import { sendEmailCode } from '../../../../../../lib/posting/send-email-code.ts'

export const POST = command({
  actor: payerOfRequest,
  input: draftInput,
  limit: 'draft',
  run: sendEmailCode,
  respond: ({ draftId }, _context, { locale }) => ({
    location: `${draftPath(locale, draftId, 'contact')}?sent=email`,
    json: {},
    status: 202,
  }),
})
