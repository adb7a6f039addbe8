import { command } from '../../../../../../lib/http/command.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { draftPath } from '../../../../../../lib/i18n/paths.ts'
import { verifyContactInput } from '../../../../../../lib/posting/posting-input.ts'
import { verifyEmail } from '../../../../../../lib/posting/verify-email.ts'

/** Proves the address, and with it who posts: the answer opens a session. */
export const POST = command({
  actor: payerOfRequest,
  input: verifyContactInput,
  limit: 'write',
  run: verifyEmail,
  respond: ({ draftId, cookies }, _context, { locale }) => ({
    location: `${draftPath(locale, draftId, 'contact')}?verified=email`,
    json: { isVerified: true },
    cookies,
  }),
})
